package livechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.Environment;

/**
 * What Kafka's clients in an instance make of the settings for a cluster: how soon a killed instance is missed, and how fast
 * another one takes over. Read as they are when all files and Kafka's own defaults have been put together.
 */
class ClusterSettingsTests {

    private final StreamsConfig streams = new StreamsConfig(properties());
    private final Map<String, Object> consumer = streams.getMainConsumerConfigs("group", "client", 0);
    private final Map<String, Object> producer = streams.getProducerConfigs("client");

    @Test
    void missesAKilledInstanceAfterSixSeconds() {
        assertThat(consumer)
                .containsEntry("session.timeout.ms", "6000")
                .containsEntry("heartbeat.interval.ms", "250")
                .containsEntry("max.poll.interval.ms", "60000");
    }

    /** Its successor waits for it to end. */
    @Test
    void endsAKilledInstancesTransactionBeforeItIsMissed() {
        assertThat(Integer.parseInt(String.valueOf(producer.get("transaction.timeout.ms"))))
                .isBetween(2000, 3000)
                .isGreaterThan(Math.toIntExact(streams.getLong("commit.interval.ms")));
    }

    @Test
    void hasACopyOfEachPartitionReadyElsewhere() {
        assertThat(streams.getInt("num.standby.replicas")).isEqualTo(1);
        assertThat(streams.getLong("acceptable.recovery.lag")).isEqualTo(10_000);
        assertThat(streams.getLong("probing.rebalance.interval.ms")).isEqualTo(60_000);
        assertThat(streams.getInt("num.stream.threads")).isGreaterThanOrEqualTo(2);
    }

    /** Static members fence themselves (KAFKA-20985), and the new protocol refuses another topology. */
    @Test
    void joinsByTheClassicProtocolUnderNoFixedName() {
        assertThat(streams.getString("group.protocol")).isEqualToIgnoringCase("classic");
        assertThat(consumer).doesNotContainKey("group.instance.id");
    }

    @Test
    void publishesAllOfARequestOrNothing() {
        assertThat(streams.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(consumer).containsEntry("isolation.level", "read_committed");
        assertThat(streams.getLong("commit.interval.ms")).isEqualTo(250);
        assertThat(producer).containsEntry("linger.ms", "250");
    }

    @Test
    void triesARefusedRecordAgainAtOnce() {
        assertThat(producer).containsEntry("retry.backoff.ms", "20").containsEntry("retry.backoff.max.ms", "200");
    }

    @Test
    void keepsThreeCopiesOfTheChangelog() {
        assertThat(streams.getInt("replication.factor")).isEqualTo(3);
        assertThat(properties()).containsEntry("topic.min.insync.replicas", "2");
    }

    /** An older directory has not heard of what was deleted since. */
    @Test
    void forgetsADirectoryBeforeTheChangelogForgetsDeletions() {
        assertThat(streams.getLong("state.cleanup.dir.max.age.ms")).isPositive().isLessThan(24 * 60 * 60 * 1000L);
    }

    private static Map<String, Object> properties() {
        return Binder.get(environment())
                .bind("spring.kafka", KafkaProperties.class)
                .get()
                .buildStreamsProperties();
    }

    private static Environment environment() {
        var application = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off", "spring.main.log-startup-info=false");
        try (var context = application.run("--spring.kafka.bootstrap-servers=one:9092,two:9092")) {
            return context.getEnvironment();
        }
    }

    /** An application without a bean. */
    static final class Nothing {}
}
