package livechat.directory;

import static livechat.directory.DirectoryFixtures.agent;
import static livechat.directory.DirectoryFixtures.tombstone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import livechat.FreePort;
import livechat.broker.EmbeddedBroker;
import livechat.log.Topics;
import livechat.room.Agent;
import livechat.room.Department;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The directory on a real broker. */
class DirectoryIT {

    private static final int MANY = 3000;

    /** Below the time after which the follower is no longer waited for. */
    private static final Duration PROMPTLY = Duration.ofSeconds(2);

    private final int port = FreePort.find();

    @TempDir
    private Path data;

    private EmbeddedBroker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = EmbeddedBroker.start(data, port);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.AGENTS.name(), 3, (short) 1)
                                    .configs(Map.of("cleanup.policy", "compact")),
                            new NewTopic(Topics.DEPARTMENTS.name(), 1, (short) 1)
                                    .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void hasEverythingThatWasThereWhenItIsReady() throws Exception {
        write(IntStream.range(0, MANY)
                .mapToObj(i -> agent("a" + i, "agent", true))
                .toList());

        run(directory -> assertThat(IntStream.range(0, MANY))
                .allMatch(i -> directory.availableAgent("a" + i).isPresent()));
    }

    @Test
    void seesLaterChanges() throws Exception {
        write(List.of(agent("a1", "anna", true), agent("a2", "ben", true)));

        run(directory -> {
            write(List.of(agent("a1", "anna.berg", true), tombstone(Topics.AGENTS.name(), "a2")));
            await().until(() -> directory.availableAgent("a2").isEmpty());
            await().untilAsserted(
                            () -> assertThat(directory.availableAgent("a1")).contains(new Agent("a1", "anna.berg")));
        });
    }

    @Test
    void keepsWhatItHasWhileTheBrokerIsAwayAndGoesOnAfterwards() throws Exception {
        write(List.of(agent("a1", "anna", true)));

        run(directory -> {
            broker.close();
            assertThat(directory.availableAgent("a1")).isPresent();
            broker = EmbeddedBroker.start(data, port);
            assertThat(directory.availableAgent("a1")).isPresent();
            write(List.of(agent("a2", "ben", true)));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> directory.availableAgent("a2").isPresent());
            assertThat(directory.availableAgent("a1")).isPresent();
        });
    }

    @Test
    void passesOverWhatWasNeverCommitted() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "platform");
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, agent("a1", "anna", true));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            send(producer, agent("a2", "ben", true));
            producer.commitTransaction();
        }

        run(directory -> {
            assertThat(directory.availableAgent("a2")).isPresent();
            assertThat(directory.availableAgent("a1")).isEmpty();
        });
    }

    @Test
    void stopsPromptly() {
        AtomicLong start = new AtomicLong();
        run(_ -> start.set(System.nanoTime()));
        assertThat(Duration.ofNanos(System.nanoTime() - start.get())).isLessThan(PROMPTLY);
    }

    @Test
    void stopsPromptlyWhileTheBrokerIsAway() {
        AtomicLong start = new AtomicLong();
        run(_ -> {
            broker.close();
            start.set(System.nanoTime());
        });
        assertThat(Duration.ofNanos(System.nanoTime() - start.get())).isLessThan(PROMPTLY);
        broker = EmbeddedBroker.start(data, port);
    }

    @Test
    void takesTheSample() throws Exception {
        SampleDirectory.write(broker.bootstrapServers());

        run(directory -> {
            assertThat(directory.availableAgent("agent-anna")).contains(new Agent("agent-anna", "anna"));
            assertThat(directory.availableAgent("agent-ben")).isPresent();
            assertThat(directory.availableAgent("agent-carla")).isEmpty();
            assertThat(directory.department("support"))
                    .contains(new Department("support", List.of("unit-europe", "unit-customers")));
            assertThat(directory.department("sales")).contains(new Department("sales", List.of()));
            assertThat(directory.department("returns")).isEmpty();
        });
    }

    /** Hands out the directory as soon as it says that it is ready. */
    private void run(Consumer<Directory> watch) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class))
                .withUserConfiguration(DirectoryConfiguration.class)
                .withPropertyValues("spring.kafka.bootstrap-servers=" + broker.bootstrapServers())
                .run(context -> {
                    Directory directory = context.getBean(Directory.class);
                    await().pollInterval(Duration.ofMillis(1))
                            .atMost(Duration.ofSeconds(30))
                            .until(directory::isReady);
                    assertThat(context.getBean(HealthIndicator.class).health())
                            .extracting(Health::getStatus)
                            .isEqualTo(Status.UP);
                    watch.accept(directory);
                });
    }

    private static void send(Producer<byte[], byte[]> producer, ConsumerRecord<byte[], byte[]> record) {
        var _ = producer.send(new ProducerRecord<>(record.topic(), record.key(), record.value()));
    }

    private void write(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            records.forEach(each -> send(producer, each));
        }
    }
}
