package livechat.broker;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Starts a broker in the process when no cluster is given, and points every Kafka client at it. */
@Configuration(proxyBeanMethods = false)
@Conditional(ClusterGiven.Not.class)
@Import(StartsEarly.class)
class BrokerConfiguration {

    /** Closed by its start, which may be all that there is when the application fails. */
    @Bean(destroyMethod = "")
    EmbeddedBroker embeddedBroker(EarlyStart start) {
        return start.await();
    }

    /** All clients ask this bean for the address: they are made after the broker and closed before it. */
    @Bean
    KafkaConnectionDetails embeddedBrokerDetails(EmbeddedBroker broker) {
        return () -> List.of(broker.bootstrapServers());
    }

    /** The directory is text because Spring would look for a relative path among the resources first. */
    @ConfigurationProperties("livechat")
    record Settings(
            @DefaultValue("./data") String dataDir,
            @DefaultValue("9092") int brokerPort) {}
}
