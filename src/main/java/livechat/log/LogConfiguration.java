package livechat.log;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/** Wires the log's write side. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    LogClock logClock(Clock clock) {
        return new LogClock(clock);
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
