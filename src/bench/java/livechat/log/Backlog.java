package livechat.log;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How many requests are on the log that a group has not folded and committed yet. */
final class Backlog {

    private final Admin admin;
    private final String group;
    private final Map<TopicPartition, OffsetSpec> ends;

    private Backlog(Admin admin, String group, Map<TopicPartition, OffsetSpec> ends) {
        this.admin = admin;
        this.group = group;
        this.ends = ends;
    }

    static Backlog of(Admin admin, String group, int partitions) {
        return new Backlog(
                admin,
                group,
                IntStream.range(0, partitions)
                        .mapToObj(partition -> new TopicPartition(Topics.REQUESTS.name(), partition))
                        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest())));
    }

    /** Nobody takes requests off the log, so each has an offset of its own, from 0. */
    long left() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        long left = 0;
        for (var end : admin.listOffsets(ends).all().get().entrySet()) {
            OffsetAndMetadata done = committed.get(end.getKey());
            left += end.getValue().offset() - (done == null ? 0 : done.offset());
        }
        return left;
    }
}
