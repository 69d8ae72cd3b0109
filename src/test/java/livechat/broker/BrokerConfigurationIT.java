package livechat.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.kafka.core.KafkaAdmin;

class BrokerConfigurationIT {

    private static final String SERVER_CLASS = "] kafka.server.";

    @TempDir
    Path work;

    @Test
    void pointsClientsAtBrokerAndOutlivesThem() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class))
                .withUserConfiguration(BrokerConfiguration.class)
                .withPropertyValues("livechat.data-dir=" + work, "livechat.broker-port=0")
                .run(context -> {
                    assertThat(context.getBean(KafkaAdmin.class).clusterId()).isNotEmpty();
                    assertThat(context.getBeanFactory().getDependentBeans("embeddedBroker"))
                            .containsExactly("embeddedBrokerDetails");
                    assertThat(context.getBeanFactory().getDependentBeans("embeddedBrokerDetails"))
                            .contains("kafkaAdmin", "kafkaProducerFactory", "kafkaConsumerFactory");
                });
    }

    /** The data directory is held by a running broker. */
    @Test
    void endsTheBrokerOfAnApplicationThatFailsBeforeItAsksForIt() {
        new ApplicationContextRunner()
                .withUserConfiguration(BrokerConfiguration.class)
                .withBean(BeanFactoryPostProcessor.class, () -> {
                    throw new IllegalStateException("on purpose");
                })
                .withPropertyValues("livechat.data-dir=" + work, "livechat.broker-port=0")
                .run(context -> assertThat(context).hasFailed());

        EmbeddedBroker.start(work.resolve("broker"), 0).close();
    }

    @Test
    void saysInOneSentenceWhyItCannotStart() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var process = start(Map.of("LIVECHAT_BROKER_PORT", String.valueOf(other.getLocalPort())))) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.printed())
                    .contains("APPLICATION FAILED TO START")
                    .contains("Port " + other.getLocalPort() + " of 127.0.0.1 cannot be opened")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysOneLineWhenNothingIsTheMatter() throws Exception {
        try (var process = start(Map.of("LIVECHAT_BROKER_PORT", "0", "LOGGING_LEVEL_ROOT", "info"))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> process.printed().contains("Started BrokerApplication"));
            assertThat(process.stop()).isEqualTo(128 + 15);
            assertThat(process.printed().lines().filter(line -> !line.contains("BrokerApplication")))
                    .singleElement()
                    .asString()
                    .contains("One embedded Kafka broker on 127.0.0.1:")
                    .contains(work.resolve("broker").toString());
        }
    }

    @Test
    void endsProcessWithErrorWhenBrokerGivesUp() throws Exception {
        try (var process = start(Map.of("LIVECHAT_BROKER_PORT", "0", BrokerApplication.GIVES_UP, "yes"))) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.printed())
                    .contains("The embedded broker on " + work.resolve("broker")
                            + " cannot go on and ends this process (the disk is gone); start the service again");
            assertThat(loadedClasses()).contains(SERVER_CLASS);
        }
    }

    @Test
    void loadsNoServerClassWhenThereIsCluster() throws Exception {
        try (var process = start(Map.of("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1"))) {
            assertThat(process.exitCode()).isZero();
            assertThat(loadedClasses())
                    .contains("org.springframework.kafka.core.KafkaAdmin")
                    .doesNotContain(SERVER_CLASS);
            assertThat(work.resolve("broker")).doesNotExist();
        }
    }

    private BrokerProcess start(Map<String, String> environment) throws IOException {
        var all = new HashMap<>(environment);
        all.put("LIVECHAT_DATA_DIR", work.toString());
        return BrokerProcess.start(work, all, "-Xlog:class+load:file=" + work.resolve("classes.txt"));
    }

    private String loadedClasses() throws IOException {
        return Files.readString(work.resolve("classes.txt"));
    }
}
