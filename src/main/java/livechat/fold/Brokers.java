package livechat.fold;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import livechat.log.ResultCodec;
import livechat.log.Topic;
import livechat.log.Topics;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up what the brokers know about a partition that comes here: what is committed, logged and published. Visitors wait
 * meanwhile, so the connections are kept, for one look-up after the other, until the process ends.
 */
final class Brokers implements Arrival.Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Brokers.class);

    /** Together less than the time after which a silent thread loses its partitions, and more than a leader's fail-over. */
    private static final int TRIES = 6;

    private final Supplier<Consumer<byte[], byte[]>> consumers;

    private @Nullable Consumer<byte[], byte[]> kept;

    /**
     * Opens a consumer for the first look-up, and for the one after a failure.
     *
     * @param consumers of the application's own group, read_committed, that commit nothing and give up after seconds
     */
    Brokers(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    /** A broker that is on its way down or up is no reason to crash. */
    @Override
    public synchronized Arrival arrive(int partition, long applied) {
        for (int tried = 1; ; tried++) {
            try {
                return arrive(consumer(), partition, applied);
            } catch (RetriableException failure) {
                forgetConsumer();
                if (tried == TRIES) {
                    throw failure;
                }
                LOG.warn("The brokers do not say how far partition {} is: {}", partition, failure.getMessage());
            }
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Consumer<byte[], byte[]> consumer = kept == null ? consumers.get() : kept;
        kept = consumer;
        return consumer;
    }

    private void forgetConsumer() {
        if (kept != null) {
            kept.close(CloseOptions.timeout(Duration.ZERO));
        }
        kept = null;
    }

    private static Arrival arrive(Consumer<byte[], byte[]> consumer, int partition, long applied) {
        TopicPartition requests = in(Topics.REQUESTS, partition);
        LastRecords last = new LastRecords(consumer);
        long committed = committed(consumer, requests);
        // Hardly ever is a store behind what it has committed, so hardly ever is that record looked for.
        if (applied < committed - 1 && offset(last.below(requests, committed)) > applied) {
            throw new StateBehind(partition, applied, committed);
        }
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> found = last.of(Set.of(
                requests,
                in(Topics.EVENTS, partition),
                in(Topics.ROOMS, partition),
                in(Topics.DEAD_LETTERS, partition)));
        return new Arrival(offset(found.remove(requests)), published(found.values()));
    }

    private static TopicPartition in(Topic<?, ?> topic, int partition) {
        return new TopicPartition(topic.name(), partition);
    }

    private static long committed(Consumer<?, ?> consumer, TopicPartition requests) {
        OffsetAndMetadata committed = consumer.committed(Set.of(requests)).get(requests);
        return committed == null ? 0 : committed.offset();
    }

    private static long offset(@Nullable ConsumerRecord<byte[], byte[]> record) {
        return record == null ? -1 : record.offset();
    }

    /** Results of one request are published together, so the last of any topic tells; rooms are kept when events have expired. */
    private static long published(Collection<ConsumerRecord<byte[], byte[]>> results) {
        return results.stream()
                .mapToLong(result -> ResultCodec.position(result.headers()))
                .max()
                .orElse(-1);
    }
}
