package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import livechat.OperationsPage;
import livechat.Parts;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/operations.md as its reader follows it: a broker with encryption, login and the rights of the page, the service with
 * the settings of the page, and the alerts on what it exposes.
 */
class OperationsIT {

    private static final OperationsPage PAGE = OperationsPage.read();
    private static final String PASSWORD = "a-password";
    private static final String REQUESTS = "livechat.room.requests";

    @TempDir
    private static Path directory;

    @AutoClose
    private static SecuredBroker broker;

    @AutoClose
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        broker = SecuredBroker.start(Files.createDirectory(directory.resolve("broker")));
        try (Admin admin = broker.administrator()) {
            admin.createTopics(topics()).all().get();
            admin.alterUserScramCredentials(users()).all().get();
            admin.createAcls(rights()).all().get();
        }
        service = ServiceProcess.start(environment()).awaitReady();
    }

    /** From the files, for one broker. */
    private static List<NewTopic> topics() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("topics"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("livechat."))
                    .map(OperationsIT::topic)
                    .toList();
        }
    }

    private static NewTopic topic(Path file) {
        Parts topic = Parts.readOne(file);
        boolean isReference = topic.part("spec").number("partitions") == 1;
        Map<String, String> config = topic.part("spec", "config").all().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
        config.put("min.insync.replicas", "1");
        return new NewTopic(topic.part("metadata").text("name"), isReference ? 1 : 4, (short) 1).configs(config);
    }

    private static List<UserScramCredentialAlteration> users() {
        return Stream.of("room-service", "platform", "analytics")
                .<UserScramCredentialAlteration>map(user -> new UserScramCredentialUpsertion(
                        user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD))
                .toList();
    }

    private static List<AclBinding> rights() {
        return PAGE.block("sh").stream()
                .filter(line -> line.startsWith("acl --"))
                .flatMap(line -> Grants.of(line.substring("acl ".length())).stream())
                .toList();
    }

    /** The page's, and what a cluster of one broker on a shared machine needs besides. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(ServiceProcess.place(directory));
        environment.putAll(settings());
        environment.putAll(Map.of(
                "SERVER_ADDRESS", "127.0.0.1",
                "MANAGEMENT_SERVER_ADDRESS", "127.0.0.1",
                "LIVECHAT_TOPICS_PARTITIONS", "4",
                "LIVECHAT_TOPICS_REPLICAS", "1",
                "SPRING_KAFKA_STREAMS_REPLICATION_FACTOR", "1",
                "SPRING_KAFKA_STREAMS_PROPERTIES_TOPIC_MIN_INSYNC_REPLICAS", "1"));
        return environment;
    }

    /** With this broker's address and certificate, and a password. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(PAGE.settings());
        settings.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", broker.address());
        settings.computeIfPresent(
                "SPRING_SSL_BUNDLE_PEM_BROKERS_TRUSTSTORE_CERTIFICATE", (_, _) -> "file:" + broker.authority());
        settings.computeIfPresent(
                "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", (_, login) -> login.replace("<password>", PASSWORD));
        return settings;
    }

    @Test
    void listsDeadLettersWithTheSettingsAndTheRightsOfThePage() throws Exception {
        DeadLetterCommand.Answer answer = new DeadLetterCommand(environment()).run("--cause=nothing says this");
        assertThat(answer).isEqualTo(new DeadLetterCommand.Answer(0, "No dead letters.\n", ""));
    }

    @Test
    void answersWithTheSettingsAndTheRightsOfThePage() throws Exception {
        String token = Visitors.aToken();
        try (Visitors visitors = new Visitors(service::http, new Guarantees(service::told))) {
            Exchange first = visitors.roomOnce(token);
            assertThat(first.newRoom()).isTrue();
            assertThat(visitors.roomOnce(token)).returns(first.roomId(), Exchange::roomId);
            // Visible after the fold's next commit.
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(readBy("analytics", "livechat.room.events"))
                            .contains(String.valueOf(first.roomId())));
        }
        assertThat(service.printed()).doesNotContain("ERROR", "Authorization", "Authentication", "Ssl");
    }

    /** Else it would be no test of what the rights allow. */
    @Test
    void refusesWhoHasNoRight() {
        assertThatThrownBy(() -> readBy("analytics", REQUESTS)).isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> write("analytics", REQUESTS)).hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> write("platform", "livechat.rooms"))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void letsThePlatformAskAndNotListen() throws Exception {
        write("platform", "livechat.agents");
        write("platform", REQUESTS);
        assertThatThrownBy(() -> readBy("platform", REQUESTS)).isInstanceOf(TopicAuthorizationException.class);
        Map<String, Object> transactions = new HashMap<>(client("platform"));
        transactions.put("transactional.id", "livechat-stranger");
        try (var producer = new KafkaProducer<>(transactions, new StringSerializer(), new StringSerializer())) {
            assertThatThrownBy(producer::initTransactions).isInstanceOf(TransactionalIdAuthorizationException.class);
        }
    }

    @Test
    void exposesWhatTheAlertsAskFor() throws Exception {
        try (Visitors visitors = new Visitors(service::http, new Guarantees(service::told))) {
            visitors.roomOnce(Visitors.aToken());
        }
        String exposed = service.told();

        assertThat(Alerts.read().meters()).hasSizeGreaterThan(8).allMatch(meter -> meter.isIn(exposed));
        assertThat(new Alerts.Named("disk_free_bytes", List.of("nothing")).isIn(exposed))
                .isFalse();
    }

    @Test
    void saysOfEachAlertWhatToDo() {
        assertThat(PAGE.table("alert").keySet())
                .containsExactlyInAnyOrderElementsOf(Alerts.read().expressions().keySet());
    }

    @Test
    void watchesTheDiskWithTheState() {
        assertThat(service.told()).contains("disk_free_bytes{path=\"" + directory.resolve("data/state"));
    }

    private static void write(String user, String topic) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(client(user), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "not-a-token", "not json"))
                    .get();
        }
    }

    /** The keys in the topic. */
    private static Set<String> readBy(String user, String topic) {
        try (var consumer = new KafkaConsumer<>(client(user), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = Stream.of(0, 1, 2, 3)
                    .map(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Set<String> keys = new HashSet<>();
            consumer.endOffsets(partitions).forEach((partition, end) -> {
                while (consumer.position(partition) < end) {
                    consumer.poll(Duration.ofMillis(100)).forEach(event -> keys.add(event.key()));
                }
            });
            return keys;
        }
    }

    private static Map<String, Object> client(String user) {
        return Map.of(
                "bootstrap.servers", broker.address(),
                "security.protocol", "SASL_SSL",
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", broker.authority().toString(),
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                                .formatted(user, PASSWORD),
                "isolation.level", "read_committed",
                "auto.offset.reset", "none");
    }
}
