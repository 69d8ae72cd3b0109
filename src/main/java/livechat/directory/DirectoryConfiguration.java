package livechat.directory;

import java.util.Map;
import livechat.log.CommittedBytes;
import org.apache.kafka.clients.consumer.ConsumerConfig;
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
        // An offset that is gone means records that were missed: start over with an empty table.
        Map<String, Object> settings = Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return new DirectoryFeed(() -> CommittedBytes.consumer(consumers, null, CLIENT_ID, settings), directory);
    }

    @Bean
    HealthIndicator directoryHealthIndicator(Directory directory, DirectoryFeed feed) {
        return new DirectoryHealth(directory, feed::hasFailed);
    }
}
