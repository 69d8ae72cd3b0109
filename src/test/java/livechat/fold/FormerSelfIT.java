package livechat.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import livechat.broker.EmbeddedBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members whose sessions last far longer than the test. */
class FormerSelfIT {

    private static final String GROUP = "group";
    private static final String TOPIC = "topic";

    private EmbeddedBroker broker;
    private Admin admin;

    @BeforeEach
    void start(@TempDir Path work) throws Exception {
        broker = EmbeddedBroker.start(work, 0);
        admin = Admin.create(address());
        admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void leavesItsGroup() throws Exception {
        try (var _ = member("one")) {
            former().leave(Set.of("one", "two"));
            assertThat(members()).isEmpty();
        }
    }

    @Test
    void staysWhereOthersAre() throws Exception {
        try (var _ = member("one")) {
            former().leave(Set.of("two"));
            assertThat(members()).containsExactly("one");
        }
    }

    @Test
    void isNotMissedInAGroupThatIsNotThere() {
        former().leave(Set.of("one"));
    }

    private FormerSelf former() {
        return new FormerSelf(() -> Admin.create(address()), GROUP);
    }

    private KafkaConsumer<byte[], byte[]> member(String name) {
        var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", GROUP, "client.id", name),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(TOPIC));
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            consumer.poll(Duration.ofMillis(100));
            return !consumer.assignment().isEmpty();
        });
        return consumer;
    }

    private List<String> members() throws Exception {
        return admin.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
                .flatMap(group -> group.members().stream())
                .map(MemberDescription::clientId)
                .toList();
    }

    private Map<String, Object> address() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }
}
