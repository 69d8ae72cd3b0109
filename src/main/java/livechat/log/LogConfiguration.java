package livechat.log;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** Wires the log's write side. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogConfiguration.Settings.class)
class LogConfiguration {

    /** How late a request may land. */
    @ConfigurationProperties("livechat")
    record Settings(Duration requestDeadline) {}

    @Bean
    Partitions partitions(TopicsInPlace topics) {
        return new Partitions(topics.partitions());
    }

    @Bean
    LogClock logClock(Clock clock, Settings settings) {
        return new LogClock(clock, settings.requestDeadline());
    }

    /** A connection of its own: a read must not wait behind anything else. */
    @Bean
    LogEnds logEnds(KafkaAdmin admin) {
        return new LogEnds(Admin.create(admin.getConfigurationProperties()));
    }

    @Bean
    HealthIndicator requestLogHealthIndicator(LogClock clock) {
        return new RequestLogHealth(clock);
    }

    @Bean
    Ids ids() {
        return new Ids(new SecureRandom());
    }

    @Bean
    RequestLog requestLog(KafkaTemplate<byte[], byte[]> kafka, Partitions partitions, LogClock clock) {
        return new RequestLog(kafka, partitions, clock);
    }
}
