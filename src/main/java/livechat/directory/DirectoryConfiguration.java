package livechat.directory;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Wires the directory to its topics. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    /** Tells its meters from those of the other consumers. */
    private static final String CLIENT_ID = "directory";

    @Bean
    Directory directory() {
        return new Directory();
    }

    @Bean
    DirectoryFeed directoryFeed(ConsumerFactory<?, ?> consumers, Directory directory) {
        return new DirectoryFeed(() -> bytes(consumers).createConsumer(null, CLIENT_ID, null, overrides()), directory);
    }

    private static Properties overrides() {
        Properties overrides = new Properties();
        overrides.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        overrides.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        overrides.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        overrides.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // An offset that is gone means records that were missed: start over with an empty table.
        overrides.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return overrides;
    }

    @SuppressWarnings("unchecked") // The overrides make it so.
    private static ConsumerFactory<byte[], byte[]> bytes(ConsumerFactory<?, ?> consumers) {
        return (ConsumerFactory<byte[], byte[]>) consumers;
    }

    @Bean
    HealthIndicator directoryHealthIndicator(Directory directory, DirectoryFeed feed) {
        return new DirectoryHealth(directory, feed::hasFailed);
    }
}
