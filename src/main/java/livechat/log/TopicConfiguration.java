package livechat.log;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Puts the topics in place while beans are made, which is before anything that reads or writes them is started. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicConfiguration.Settings.class)
class TopicConfiguration {

    /** A broker that starts beside the service is up within this; an orchestrator restarts what ends later. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Bean
    TopicsInPlace topicsInPlace(KafkaAdmin kafkaAdmin, Settings settings) {
        TopicFiles files = settings.applyTo(TopicFiles.read());
        Admin admin = connect(kafkaAdmin.getConfigurationProperties());
        try {
            return TopicsInPlace.ensure(files, new TopicCluster(admin, LIMIT));
        } finally {
            // Zero: what is still under way has been given up, and waiting for it would stretch the limit.
            admin.close(Duration.ZERO);
        }
    }

    private static Admin connect(Map<String, Object> settings) {
        try {
            return Admin.create(settings);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ClusterUnreachable("No connection to a Kafka cluster can be made: " + cause.getMessage(), e);
        }
    }

    /** For clusters of another size than the files are written for: the embedded broker, a single one, a small one. */
    @ConfigurationProperties("livechat.topics")
    record Settings(@Nullable Integer partitions, @Nullable Integer replicas) {

        Settings {
            atLeastOne("partitions", partitions);
            atLeastOne("replicas", replicas);
        }

        TopicFiles applyTo(TopicFiles files) {
            TopicFiles resized = partitions == null ? files : files.withPartitions(partitions);
            return replicas == null ? resized : resized.withReplicas(replicas);
        }

        private static void atLeastOne(String setting, @Nullable Integer count) {
            if (count != null && count < 1) {
                throw new IllegalArgumentException(
                        "livechat.topics.%s is %d, at least 1 is needed".formatted(setting, count));
            }
        }
    }
}
