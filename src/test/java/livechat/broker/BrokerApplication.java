package livechat.broker;

import org.apache.kafka.common.utils.Exit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;

/** The least application with a broker in it, for tests that need a process of its own; not found by component scans. */
final class BrokerApplication {

    static final String GIVES_UP = "gives-up";

    private BrokerApplication() {}

    public static void main(String[] args) {
        var application = new SpringApplication(BrokerConfiguration.class, KafkaAutoConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(args);
        if (System.getenv(GIVES_UP) != null) {
            Exit.halt(0, "the disk is gone");
        }
    }
}
