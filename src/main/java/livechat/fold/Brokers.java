package livechat.fold;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import livechat.log.ResultCodec;
import livechat.log.Topic;
import livechat.log.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Looks up what the brokers know about a partition that comes here: what is committed, logged and published. */
final class Brokers implements Arrival.Desk {

    private final Supplier<Consumer<byte[], byte[]>> consumers;

    /**
     * Opens a consumer for each look-up.
     *
     * @param consumers of the application's own group, read_committed, that commit nothing
     */
    Brokers(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    @Override
    public Arrival arrive(int partition, long applied) {
        TopicPartition requests = new TopicPartition(Topics.REQUESTS.name(), partition);
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            LastRecord last = new LastRecord(consumer);
            long committed = committed(consumer, requests);
            if (offset(last.before(requests, committed)) > applied) {
                throw new ChangelogLost(partition, applied, committed);
            }
            return new Arrival(offset(last.of(requests)), published(last, partition));
        }
    }

    private static long committed(Consumer<?, ?> consumer, TopicPartition requests) {
        OffsetAndMetadata committed = consumer.committed(Set.of(requests)).get(requests);
        return committed == null ? 0 : committed.offset();
    }

    private static long offset(Optional<ConsumerRecord<byte[], byte[]>> record) {
        return record.map(ConsumerRecord::offset).orElse(-1L);
    }

    /** Results of one request are published together, so the last of any topic tells; rooms are kept when events have expired. */
    private static long published(LastRecord last, int partition) {
        return List.of(Topics.EVENTS, Topics.ROOMS, Topics.DEAD_LETTERS).stream()
                .map(Topic::name)
                .map(topic -> new TopicPartition(topic, partition))
                .flatMap(results -> last.of(results).stream())
                .mapToLong(result -> ResultCodec.position(result.headers()))
                .max()
                .orElse(-1);
    }
}
