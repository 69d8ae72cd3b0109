package livechat.fold;

import java.time.Duration;
import java.util.Map;
import livechat.log.Topics;
import livechat.store.Applied;
import livechat.store.Membership;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The consumer of a stream thread that keeps the thread's lease: after a poll it commits an offset that nobody needs, which
 * the coordinator takes only from a member of the present generation, whose session then begins anew.
 */
final class LeasedConsumer extends KafkaConsumer<byte[], byte[]> {

    /** A partition that this group does not consume: those of the fold are committed with its transactions, and only so. */
    private static final Map<TopicPartition, OffsetAndMetadata> MARKER =
            Map.of(new TopicPartition(Topics.DEAD_LETTERS.name(), 0), new OffsetAndMetadata(0, "marker of a lease"));

    private final Applied applied;
    private final Membership membership;

    LeasedConsumer(Map<String, Object> settings, Applied applied) {
        super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.applied = applied;
        this.membership = new Membership(
                millis(settings, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                millis(settings, ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG));
    }

    private static Duration millis(Map<String, Object> settings, String name) {
        Object value = settings.getOrDefault(
                name, ConsumerConfig.configDef().defaultValues().get(name));
        return Duration.ofMillis((int) ConfigDef.parseType(name, value, ConfigDef.Type.INT));
    }

    /** What is taken in the thread's name from here on is under its lease. */
    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        applied.under(membership);
        membership.polls();
        ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
        if (membership.isDue()) {
            renew();
        }
        return records;
    }

    /** While the group is out of reach, or rebalancing, that fails, and the lease ends by itself. */
    private void renew() {
        Runnable confirmed = membership.renews();
        commitAsync(MARKER, (_, failure) -> {
            if (failure == null) {
                confirmed.run();
            }
        });
    }

    /** Kafka Streams has closed its tasks by now, unless that failed; then they are not to outlive the membership. */
    @Override
    public void close(CloseOptions options) {
        membership.ends();
        super.close(options);
    }
}
