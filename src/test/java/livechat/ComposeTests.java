package livechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import kafka.server.KafkaConfig;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

/** Holds docker-compose.yml to what it repeats from elsewhere, because no build starts it. */
class ComposeTests {

    private static final String BROKER = "broker";
    private static final String SERVICE = "room-service";

    private static final String STREAMS_PROPERTIES = "spring.kafka.streams.properties";

    /** The service's own settings that a deployment may need; those of Kafka are Boot's to list. */
    private static final Set<String> SETTINGS = Set.of(
            "server.port",
            "management.server.port",
            "livechat.data-dir",
            "livechat.broker-port",
            "livechat.topics.partitions",
            "livechat.topics.replicas");

    private final ComposeFile compose = ComposeFile.read();

    @Test
    void isPlainEnoughForOldTools() {
        assertThat(compose.parts()).containsOnlyKeys("services", "volumes");
        assertThat(compose.part("services")).containsOnlyKeys(BROKER, SERVICE);
    }

    @Test
    void usesTheVersionsOfTheBuild() {
        assertThat(compose.image(BROKER)).isEqualTo("apache/kafka:" + pom("properties/kafka.version"));
        assertThat(compose.image(SERVICE))
                .isEqualTo("eclipse-temurin:%s-jre".formatted(pom("properties/java.version")));
    }

    @Test
    void runsTheJarThatTheBuildMakes() {
        String jar = "./target/%s-%s.jar".formatted(pom("artifactId"), pom("version"));

        assertThat(compose.lines(SERVICE, "volumes")).contains(jar + ":/app/room-service.jar:ro");
        assertThat(compose.lines(SERVICE, "command")).endsWith("-jar", "/app/room-service.jar");
    }

    @Test
    void publishesThePortsOfTheDefaults() {
        assertThat(compose.lines(SERVICE, "ports")).containsExactly("3000:3000", "127.0.0.1:3001:3001");
        assertThat(compose.environment(SERVICE)).doesNotContainKeys("SERVER_PORT", "MANAGEMENT_SERVER_PORT");
    }

    @Test
    void setsOnlyWhatTheServiceKnows() {
        var known = Stream.concat(SETTINGS.stream(), kafkaSettings())
                .map(ComposeTests::variable)
                .collect(Collectors.toSet());

        assertThat(compose.environment(SERVICE).keySet())
                .filteredOn(name -> !name.startsWith(variable(STREAMS_PROPERTIES) + "_"))
                .isSubsetOf(known);
    }

    @Test
    void asksForOneCopyOfEverything() {
        assertThat(compose.environment(SERVICE)).containsEntry("LIVECHAT_TOPICS_REPLICAS", "1");
        assertThat(kafkaProperties().buildStreamsProperties())
                .containsEntry("replication.factor", 1)
                .containsEntry("topic.min.insync.replicas", "1");
        assertThat(compose.brokerSettings(BROKER))
                .containsEntry("offsets.topic.replication.factor", "1")
                .containsEntry("transaction.state.log.replication.factor", "1")
                .containsEntry("transaction.state.log.min.isr", "1");
    }

    @Test
    void leadsTheServiceToTheBroker() {
        String address = kafkaProperties().getBootstrapServers().getFirst();

        assertThat(address).startsWith(BROKER + ":");
        assertThat(compose.brokerSettings(BROKER))
                .containsEntry("advertised.listeners", "PLAINTEXT://" + address)
                .hasEntrySatisfying(
                        "listeners",
                        listeners -> assertThat(listeners).startsWith("PLAINTEXT://" + address.replace(BROKER, "")));
        assertThat(compose.section(SERVICE, "depends_on"))
                .containsEntry(BROKER, Map.of("condition", "service_healthy"));
    }

    @Test
    void givesTheBrokerSettingsThatKafkaTakes() {
        Map<String, String> settings = compose.brokerSettings(BROKER);

        assertThat(AbstractKafkaConfig.CONFIG_DEF.names()).containsAll(settings.keySet());
        assertThatCode(() -> new KafkaConfig(settings)).doesNotThrowAnyException();
        assertThat(settings).containsEntry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
    }

    @Test
    void keepsDataInVolumesOfItsOwn() {
        assertThat(compose.part("volumes")).containsOnlyKeys("broker-data", "service-data");
        assertThat(compose.lines(BROKER, "volumes"))
                .contains("broker-data:" + compose.brokerSettings(BROKER).get("log.dirs"));
        assertThat(compose.lines(SERVICE, "volumes"))
                .contains("service-data:" + compose.environment(SERVICE).get("LIVECHAT_DATA_DIR"));
    }

    @Test
    void checksTheHealthOfBoth() {
        assertThat(compose.healthCheck(BROKER)).last().asString().contains("/localhost/9092");
        assertThat(compose.healthCheck(SERVICE))
                .last()
                .asString()
                .contains("/localhost/3001", "/actuator/health/readiness");
        assertThat(compose.section(SERVICE, "healthcheck")).doesNotContainKey("start_interval");
    }

    @ParameterizedTest
    @CsvSource({"200, true", "503, false"})
    @DisabledOnOs(OS.WINDOWS)
    void takesAServiceForHealthyExactlyWhenItSaysSo(int status, boolean healthy) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            String port = String.valueOf(server.getAddress().getPort());
            var check = compose.healthCheck(SERVICE).stream()
                    .map(word -> word.replace("3001", port))
                    .toList();
            int exit = new ProcessBuilder(check).start().waitFor();
            assertThat(exit == 0).isEqualTo(healthy);
        } finally {
            server.stop(0);
        }
    }

    /** What Boot makes of the environment, where names have lost their dots and dashes. */
    private KafkaProperties kafkaProperties() {
        var source = new SystemEnvironmentPropertySource("systemEnvironment", Map.copyOf(compose.environment(SERVICE)));
        return new Binder(Objects.requireNonNull(ConfigurationPropertySource.from(source)))
                .bind("spring.kafka", KafkaProperties.class)
                .get();
    }

    @SuppressWarnings("unchecked")
    private static Stream<String> kafkaSettings() {
        URL jar = KafkaProperties.class.getProtectionDomain().getCodeSource().getLocation();
        try (var loader = new URLClassLoader(new URL[] {jar}, null);
                var metadata = loader.getResourceAsStream("META-INF/spring-configuration-metadata.json")) {
            Map<String, Object> described = new Yaml().load(Objects.requireNonNull(metadata));
            var properties = (List<Map<String, Object>>) Objects.requireNonNull(described.get("properties"));
            return properties.stream().map(property -> String.valueOf(property.get("name")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variable(String setting) {
        return setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String pom(String element) {
        try {
            var pom = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Path.of("pom.xml").toFile());
            return XPathFactory.newInstance().newXPath().evaluate("/project/" + element, pom);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
