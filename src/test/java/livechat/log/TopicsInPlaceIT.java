package livechat.log;

import static livechat.log.TopicFixtures.aTopic;
import static livechat.log.TopicFixtures.files;
import static livechat.log.TopicFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import livechat.FreePort;
import livechat.broker.EmbeddedBroker;
import livechat.log.TopicThere.Absent;
import livechat.log.TopicThere.Present;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TopicsInPlaceIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;
    private static Admin admin;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(directory, 0);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    static void stopBroker() {
        admin.close();
        broker.close();
    }

    @Test
    void createsWhatIsMissing() {
        TopicFile old = aTopic("creates.old");
        TopicFile young = with(aTopic("creates.young"), "retention.ms", "-1");
        ensure(files(old));

        assertThat(ensure(files(old, young)).partitions()).isEqualTo(2);

        assertThat(found(young)).isInstanceOfSatisfying(Present.class, there -> {
            assertThat(there.partitions()).isEqualTo(2);
            assertThat(there.config()).containsAllEntriesOf(young.config());
        });
    }

    @Test
    void acceptsWhatFits() {
        TopicFiles files = files(aTopic("accepts.a"), aTopic("accepts.b"));
        ensure(files);

        assertThat(ensure(files)).isEqualTo(new TopicsInPlace(2));
    }

    @Test
    void refusesAllThatDoesNotFitAtOnceAndCreatesNothing() {
        ensure(files(aTopic("refuses.count")).withPartitions(3));
        ensure(files(with(aTopic("refuses.policy"), "cleanup.policy", "compact")));
        ensure(files(with(aTopic("refuses.time"), "message.timestamp.type", "CreateTime")));

        assertThatThrownBy(() -> ensure(files(
                        aTopic("refuses.count"),
                        aTopic("refuses.policy"),
                        aTopic("refuses.time"),
                        aTopic("refuses.new"))))
                .isInstanceOf(TopicsDoNotFit.class)
                .hasMessageContaining("refuses.count has 3 partitions, 2 are expected")
                .hasMessageContaining("refuses.policy has cleanup.policy compact, delete is expected")
                .hasMessageContaining("refuses.time has message.timestamp.type CreateTime, LogAppendTime is expected");
        assertThat(found(aTopic("refuses.new"))).isEqualTo(new Absent());
    }

    @Test
    void refusesToAskForMoreReplicasThanThereAreBrokers() {
        assertThatThrownBy(() -> ensure(files(aTopic("replicas")).withReplicas(3)))
                .isInstanceOf(TopicsDoNotFit.class)
                .hasMessageContaining("replicas is missing")
                .hasMessageContaining("3 replicas")
                .hasMessageContaining("livechat.topics.replicas");
    }

    @Test
    void letsInstancesStartTogether() throws Exception {
        TopicFiles files = files(aTopic("together.a"), aTopic("together.b"), aTopic("together.c"));
        Callable<TopicsInPlace> start = () -> ensure(files);

        try (var instances = Executors.newFixedThreadPool(4)) {
            for (var started :
                    instances.invokeAll(Stream.generate(() -> start).limit(4).toList())) {
                assertThat(started.get()).isEqualTo(new TopicsInPlace(2));
            }
        }
    }

    @Test
    void refusesWhatAnotherInstanceCreatedMeanwhileAndDoesNotFit() {
        TopicFiles files = files(aTopic("meanwhile"));
        var overtaken = new TopicCluster(overtakenBy(files.withPartitions(3)), LIMIT);

        assertThatThrownBy(() -> TopicsInPlace.ensure(files, overtaken))
                .isInstanceOf(TopicsDoNotFit.class)
                .hasMessageContaining("meanwhile has 3 partitions, 2 are expected");
    }

    @Test
    @Timeout(10)
    void saysWithinTheLimitThatNobodyAnswers() {
        try (Admin lost = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + FreePort.find()))) {
            var cluster = new TopicCluster(lost, Duration.ofSeconds(1));

            assertThatThrownBy(() -> TopicsInPlace.ensure(files(aTopic("lost")), cluster))
                    .isInstanceOf(ClusterUnreachable.class)
                    .hasMessageContaining("did not answer within 1 s");
        }
    }

    @Test
    @Timeout(10)
    void givesUpOnATopicThatDoesNotAppearWithinTheLimit() {
        var cluster = new TopicCluster(admin, Duration.ofSeconds(1));

        assertThatThrownBy(() -> cluster.await(files(aTopic("never")).names())).isInstanceOf(ClusterUnreachable.class);
    }

    @Test
    void readsItsFilesAndSettingsWhenTheApplicationStarts() {
        application()
                .withPropertyValues("livechat.topics.partitions=4", "livechat.topics.replicas=1")
                .run(context -> {
                    assertThat(context).hasSingleBean(TopicsInPlace.class);
                    TopicFiles files = TopicFiles.read().withPartitions(4).withReplicas(1);
                    var there = new TopicCluster(admin, LIMIT).find(files.names());
                    assertThat(files.missing(there)).isEmpty();
                    assertThat(files.mismatches(there)).isEmpty();
                    assertThat(files.liberties(there)).isEmpty();
                });
    }

    @Test
    void endsAStartThatCannotSucceedWithAnAnalysis() {
        application()
                .withPropertyValues("livechat.topics.partitions=7")
                .run(context ->
                        assertThat(Analyses.of(context.getStartupFailure())).contains("do not fit", "divisor of 720"));
        application()
                .withPropertyValues("spring.kafka.bootstrap-servers=nowhere.invalid:9092")
                .run(context ->
                        assertThat(Analyses.of(context.getStartupFailure())).contains("Kafka cluster"));
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        application()
                .withPropertyValues("livechat.topics.replicas=0")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("livechat.topics.replicas is 0"));
    }

    private static ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class))
                .withUserConfiguration(TopicConfiguration.class)
                .withPropertyValues("spring.kafka.bootstrap-servers=" + broker.bootstrapServers());
    }

    /** A client of the real broker that is a moment too late with what it creates. */
    private static Admin overtakenBy(TopicFiles others) {
        return (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, (self, method, arguments) -> {
                    if (method.getName().equals("createTopics")) {
                        ensure(others);
                    }
                    return method.invoke(admin, arguments);
                });
    }

    private static TopicsInPlace ensure(TopicFiles files) {
        return TopicsInPlace.ensure(files, new TopicCluster(admin, LIMIT));
    }

    private static TopicThere found(TopicFile file) {
        return Objects.requireNonNull(
                new TopicCluster(admin, LIMIT).find(files(file).names()).get(file.name()));
    }
}
