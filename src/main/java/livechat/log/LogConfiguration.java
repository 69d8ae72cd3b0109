package livechat.log;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
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

    /** Once the topic is in place: before, nobody leads it. */
    @Bean(initMethod = "start")
    LogEnds logEnds(KafkaAdmin admin, Partitions inPlace) {
        RequestLogMetadata leaders = new RequestLogMetadata(admin.getConfigurationProperties());
        return new LogEnds(leaders.client(), leaders);
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
