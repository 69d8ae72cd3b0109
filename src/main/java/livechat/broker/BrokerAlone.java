package livechat.broker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;

/** The broker without the service, for those who try several instances on one machine. */
final class BrokerAlone {

    private BrokerAlone() {}

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(BrokerConfiguration.class, KafkaAutoConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(args);
    }
}
