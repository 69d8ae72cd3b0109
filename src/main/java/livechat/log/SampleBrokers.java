package livechat.log;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** The brokers that a main of its own writes a sample to: those that a service with the same settings would find. */
public final class SampleBrokers {

    private static final String BROKERS = "${spring.kafka.bootstrap-servers:127.0.0.1:${livechat.broker-port}}";

    /** A broker that is there answers at once; one that is not should not keep anybody waiting. */
    private static final int PATIENCE_MILLIS = 10_000;

    private SampleBrokers() {}

    /** Their addresses, by the service's settings files, the environment and these arguments. */
    public static String find(Class<?> main, String... arguments) {
        SpringApplication settings = new SpringApplication(main);
        settings.setWebApplicationType(WebApplicationType.NONE);
        settings.setBannerMode(Banner.Mode.OFF);
        settings.setLogStartupInfo(false);
        try (var context = settings.run(arguments)) {
            return context.getEnvironment().resolveRequiredPlaceholders(BROKERS);
        }
    }

    /** For a Kafka producer that gives up soon. */
    public static Map<String, Object> producerSettings(String brokers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    }
}
