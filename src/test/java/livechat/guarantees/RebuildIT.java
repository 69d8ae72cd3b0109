package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import livechat.broker.EmbeddedBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The log is the truth: the state comes out of it again to the byte, and nobody downstream notices. */
class RebuildIT {

    private static final int VISITORS = 200;

    @TempDir
    private Path directory;

    private EmbeddedBroker cluster;
    private TopicReader topics;

    @BeforeEach
    void startCluster() {
        cluster = EmbeddedBroker.start(directory.resolve("cluster"), 0);
        topics = new TopicReader(cluster.bootstrapServers());
    }

    @AfterEach
    void stopCluster() {
        cluster.close();
    }

    private ServiceProcess start(String applicationId) throws IOException {
        Map<String, String> environment = new HashMap<>(ServiceProcess.place(directory));
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", cluster.bootstrapServers());
        environment.put("SPRING_KAFKA_STREAMS_APPLICATION_ID", applicationId);
        environment.put("SPRING_KAFKA_STREAMS_REPLICATION_FACTOR", "1");
        environment.put("SPRING_KAFKA_STREAMS_PROPERTIES_TOPIC_MIN_INSYNC_REPLICAS", "1");
        environment.put("LIVECHAT_TOPICS_REPLICAS", "1");
        environment.put("LIVECHAT_TOPICS_PARTITIONS", "4");
        return ServiceProcess.start(environment);
    }

    @Test
    void rebuildsTheSameStateAndPublishesNothingTwice() throws Exception {
        try (ServiceProcess first = start("livechat").awaitReady()) {
            live(first);
            first.stop();
        }
        Map<String, String> state = topics.table("livechat-rooms-changelog");
        List<String> published = published();
        loseTheState();

        try (ServiceProcess second = start("livechat-2").awaitReady()) {
            Guarantees guarantees = new Guarantees(second::printed);
            awaitUntil(() -> assertThat(topics.table("livechat-2-rooms-changelog"))
                    .isNotEmpty()
                    .isEqualTo(state));
            assertThat(published()).isEqualTo(published);

            try (Visitors visitors = new Visitors(second::http, guarantees)) {
                visitors.room(Visitors.aToken());
            }
            second.stop();
            guarantees.check(new TopicReader(cluster.bootstrapServers(), "livechat-2"));
            assertThat(published()).hasSize(published.size() + 3);
        }
    }

    @Test
    void refusesToGoOnFromAChangelogThatHasLostRecords() throws Exception {
        try (ServiceProcess first = start("livechat").awaitReady()) {
            live(first);
            first.stop();
        }
        loseTheState();

        try (ServiceProcess second = start("livechat")) {
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.printed())
                    .contains("the changelog has lost records")
                    .contains("SPRING_KAFKA_STREAMS_APPLICATION_ID=livechat-2");
        }
    }

    /** Rooms, rooms closed and opened again, refusals, retries, and records that nobody can read. */
    private void live(ServiceProcess service) throws Exception {
        try (Visitors visitors = new Visitors(service::http, new Guarantees(service::printed))) {
            for (int number = 0; number < VISITORS; number++) {
                String token = Visitors.aToken();
                String roomId = String.valueOf(visitors.room(token).roomId());
                if (number % 3 == 0) {
                    visitors.close(token, roomId);
                    assertThat(visitors.close(token, roomId).status()).isEqualTo(400);
                }
                if (number % 6 == 0) {
                    assertThat(visitors.room(token).roomId()).isNotEqualTo(roomId);
                }
            }
        }
        try (KafkaProducer<String, String> stranger = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int number = 0; number < VISITORS; number++) {
                stranger.send(new ProducerRecord<>("livechat.room.requests", "key-" + number, "no JSON"))
                        .get();
            }
        }
        awaitUntil(() -> assertThat(topics.read("livechat.dead-letters")).hasSize(VISITORS));
    }

    private static void awaitUntil(ThrowingRunnable committed) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(committed);
    }

    private List<String> published() {
        return List.of("livechat.room.events", "livechat.rooms", "livechat.dead-letters").stream()
                .flatMap(topic -> topics.read(topic).stream())
                .map(message -> message.raw().topic() + message.raw().partition() + message.everything())
                .sorted()
                .toList();
    }

    private void loseTheState() throws Exception {
        FileSystemUtils.deleteRecursively(directory.resolve("data"));
        try (Admin admin = topics.admin()) {
            admin.deleteTopics(Set.of("livechat-rooms-changelog")).all().get();
        }
    }
}
