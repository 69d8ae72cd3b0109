package livechat.log;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/** Reads records as they lie in a topic: committed ones, as bytes, by a consumer that commits nothing. */
public final class CommittedBytes {

    private CommittedBytes() {}

    /**
     * A consumer with the service's own settings, and these.
     *
     * @param group whose committed offsets it can ask for; it does not join
     * @param client how brokers call it; a name of its own without
     * @param more settings for this one
     */
    @SuppressWarnings("unchecked") // The settings make it so.
    public static Consumer<byte[], byte[]> consumer(
            ConsumerFactory<?, ?> consumers, @Nullable String group, @Nullable String client, Map<String, ?> more) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.putAll(more);
        return ((ConsumerFactory<byte[], byte[]>) consumers).createConsumer(group, client, null, settings);
    }
}
