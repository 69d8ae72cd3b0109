package livechat.log;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** How far the request log is, as the leaders of its partitions say. */
public final class LogEnds implements AutoCloseable {

    /** Whoever waits asks again; one second is longer than a change of leaders that goes well. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Admin admin;

    LogEnds(Admin admin) {
        this.admin = admin;
    }

    /**
     * Asks each leader once for all of its partitions; does not block.
     *
     * @return for each partition the offset of its last record, -1 when there is none; an answer fails when the leader does
     *     not say
     */
    public Map<Integer, CompletableFuture<Long>> last(Set<Integer> partitions) {
        try {
            ListOffsetsResult result = admin.listOffsets(
                    partitions.stream().collect(Collectors.toMap(LogEnds::requests, _ -> OffsetSpec.latest())),
                    new ListOffsetsOptions().timeoutMs((int) LIMIT.toMillis()));
            return partitions.stream().collect(Collectors.toMap(Function.identity(), last(result)));
        } catch (KafkaException | IllegalStateException closed) {
            return partitions.stream()
                    .collect(Collectors.toMap(Function.identity(), _ -> CompletableFuture.failedFuture(closed)));
        }
    }

    private static Function<Integer, CompletableFuture<Long>> last(ListOffsetsResult result) {
        return partition -> result.partitionResult(requests(partition))
                .toCompletionStage()
                .thenApply(end -> end.offset() - 1)
                .toCompletableFuture();
    }

    private static TopicPartition requests(int partition) {
        return new TopicPartition(Topics.REQUESTS.name(), partition);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
