package livechat.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.ConfigurableEnvironment;

class BrokerDefaultsTests {

    private static final String NO_CLUSTER = "--spring.kafka.bootstrap-servers=";
    private static final String CLUSTER = NO_CLUSTER + "one:9092,two:9092";

    @Test
    void keepsEmbeddedRunOnThisMachine() {
        var environment = environment(NO_CLUSTER);
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("management.server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void keepsOneCopyOnOneBroker() {
        var environment = environment(NO_CLUSTER);
        assertThat(environment.getProperty("livechat.topics.replicas")).isEqualTo("1");
        assertThat(environment.getProperty("livechat.topics.partitions")).isEqualTo("4");
        assertThat(streams(environment))
                .containsEntry("replication.factor", 1)
                .containsEntry("topic.min.insync.replicas", "1")
                .containsEntry("num.standby.replicas", "0");
    }

    @Test
    void forgetsKilledProcessWithinSecondsOnOneBroker() {
        assertThat(streams(environment(NO_CLUSTER)))
                .containsEntry("main.consumer.session.timeout.ms", "2000")
                .containsEntry("main.consumer.heartbeat.interval.ms", "250")
                .containsEntry("producer.transaction.timeout.ms", "2000");
    }

    @Test
    void keepsThreeCopiesOnCluster() {
        var environment = environment(CLUSTER);
        assertThat(environment.getProperty("server.address")).isNull();
        assertThat(environment.getProperty("management.server.address")).isNull();
        assertThat(environment.getProperty("livechat.topics.replicas")).isNull();
        assertThat(streams(environment))
                .containsEntry("replication.factor", 3)
                .containsEntry("topic.min.insync.replicas", "2")
                .containsEntry("num.standby.replicas", "1");
    }

    @Test
    void handsOverFromKilledInstanceWithinSecondsOnCluster() {
        assertThat(streams(environment(CLUSTER)))
                .containsEntry("main.consumer.session.timeout.ms", "6000")
                .containsEntry("main.consumer.heartbeat.interval.ms", "250")
                .containsEntry("producer.transaction.timeout.ms", "3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_CLUSTER, CLUSTER})
    void yieldsToWhatIsSet(String cluster) {
        var environment = environment(
                cluster,
                "--server.address=0.0.0.0",
                "--livechat.embedded.partitions=1",
                "--spring.kafka.streams.properties.num.standby.replicas=2");
        assertThat(environment.getProperty("server.address")).isEqualTo("0.0.0.0");
        assertThat(environment.getProperty("livechat.topics.partitions")).isIn("1", null);
        assertThat(streams(environment)).containsEntry("num.standby.replicas", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_CLUSTER, CLUSTER})
    void keepsStateInDataDirectory(String cluster) {
        assertThat(streams(environment(cluster, "--livechat.data-dir=/elsewhere")))
                .containsEntry("state.dir", "/elsewhere/state");
    }

    @Test
    void seesClusterGivenAsList() {
        assertThat(environment("--spring.kafka.bootstrap-servers[0]=one:9092")).matches(ClusterGiven::in);
        assertThat(environment("--spring.kafka.bootstrap-servers= "))
                .matches(environment -> !ClusterGiven.in(environment));
    }

    private static Map<String, Object> streams(ConfigurableEnvironment environment) {
        return Binder.get(environment)
                .bind("spring.kafka", KafkaProperties.class)
                .get()
                .buildStreamsProperties();
    }

    /** What the application sees, with all of its files read. */
    private static ConfigurableEnvironment environment(String... arguments) {
        var application = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off", "spring.main.log-startup-info=false");
        try (var context = application.run(arguments)) {
            return context.getEnvironment();
        }
    }

    /** An application without a bean. */
    static final class Nothing {}
}
