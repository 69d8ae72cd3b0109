package livechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds docker-compose.yml to what it repeats from elsewhere, because no build starts it. */
class ComposeTests {

    private static final String BROKER = "broker-";
    private static final String INSTANCE = "room-service-";
    private static final String BALANCER = "load-balancer";
    private static final int CLIENT_PORT = 9092;
    private static final int CONTROLLER_PORT = 9093;

    private final ComposeFile compose = ComposeFile.read();
    private static final String SESSION = "SPRING_KAFKA_STREAMS_PROPERTIES_MAIN_CONSUMER_SESSION_TIMEOUT_MS";

    private final List<String> brokers = compose.services(BROKER);
    private final List<String> instances = compose.services(INSTANCE);

    @Test
    void isPlainEnoughForOldTools() {
        assertThat(compose.parts().names())
                .filteredOn(name -> !name.startsWith("x-"))
                .containsExactlyInAnyOrder("services", "networks", "volumes");
        assertThat(compose.parts().namesBelow()).doesNotContain("start_interval", "restart", "name", "develop");
    }

    @Test
    void hasThreeBrokersThreeInstancesAndAWayIn() {
        assertThat(brokers).hasSize(3);
        assertThat(instances).hasSize(3);
        assertThat(compose.parts().part("services").names()).hasSize(7).contains(BALANCER);
    }

    @Test
    void usesTheVersionsOfTheBuild() {
        assertThat(brokers)
                .extracting(broker -> compose.service(broker).text("image"))
                .containsOnly("apache/kafka:" + Pom.text("properties/kafka.version"));
        assertThat(instances)
                .extracting(instance -> compose.service(instance).text("image"))
                .containsOnly(Pom.text("artifactId") + ":" + Pom.text("version"));
        assertThat(instances)
                .extracting(instance -> compose.service(instance).text("build"))
                .containsOnly(".");
    }

    @Test
    void letsCallersInThroughTheLoadBalancerOnly() {
        assertThat(compose.service(BALANCER).lines("ports")).containsExactly("3000:3000");
        assertThat(instances)
                .flatExtracting(instance -> compose.service(instance).lines("ports"))
                .containsExactly("127.0.0.1:3001:3001", "127.0.0.1:3002:3001", "127.0.0.1:3003:3001");
        assertThat(brokers).noneMatch(broker -> compose.service(broker).names().contains("ports"));
    }

    @Test
    void tellsTheInstancesWhereTheyAreAndHowSoonTheyAreMissed() {
        String bootstrap = String.join(
                ",", brokers.stream().map(broker -> broker + ":" + CLIENT_PORT).toList());
        assertThat(instances)
                .allSatisfy(instance -> assertThat(compose.environment(instance))
                        .containsOnlyKeys(
                                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                                "LIVECHAT_ADVERTISED_ADDRESS",
                                "LIVECHAT_HTTP_TRUSTED_PROXIES",
                                SESSION)
                        .containsEntry("SPRING_KAFKA_BOOTSTRAP_SERVERS", bootstrap)
                        .containsEntry("LIVECHAT_ADVERTISED_ADDRESS", instance + ":3000"));
    }

    @Test
    void believesTheLoadBalancerAndTheInstancesAndNobodyElse() {
        String trusted = setting("LIVECHAT_HTTP_TRUSTED_PROXIES");
        Parts pool = compose.parts()
                .part("networks", "default", "ipam")
                .parts("config")
                .getFirst();
        assertThat(Stream.concat(Stream.of(BALANCER), instances.stream()).map(compose::address))
                .doesNotHaveDuplicates()
                .allMatch(address -> contains(trusted, address))
                .allMatch(address -> contains(pool.text("subnet"), address))
                .noneMatch(address -> contains(pool.text("ip_range"), address));
        assertThat(contains(trusted, pool.text("subnet").replace(".0/24", ".1")))
                .as("the gateway, as which callers on this machine appear")
                .isFalse();
    }

    private String setting(String name) {
        return Objects.requireNonNull(compose.environment(instances.getFirst()).get(name), name);
    }

    private static boolean contains(String network, String address) {
        String[] parts = network.split("/", 2);
        int bits = Integer.SIZE - Integer.parseInt(parts[1]);
        return number(parts[0]) >>> bits == number(address) >>> bits;
    }

    private static long number(String address) {
        return Stream.of(address.split("\\.", -1)).mapToLong(Long::parseLong).reduce(0, (all, next) -> all << 8 | next);
    }

    @Test
    void startsInOrder() {
        Map<String, Object> healthy = new HashMap<>();
        brokers.forEach(broker -> healthy.put(broker, Map.of("condition", "service_healthy")));
        assertThat(instances)
                .allSatisfy(instance -> assertThat(
                                compose.service(instance).part("depends_on").all())
                        .isEqualTo(healthy));
        assertThat(compose.service(BALANCER).lines("depends_on")).isEqualTo(instances);
    }

    @Test
    void makesTheBrokersOneCluster() {
        String voters = String.join(
                ",",
                brokers.stream()
                        .map(broker -> "%s@%s:%d".formatted(id(broker), broker, CONTROLLER_PORT))
                        .toList());
        assertThat(brokers)
                .allSatisfy(broker -> assertThat(compose.brokerSettings(broker))
                        .containsEntry("node.id", id(broker))
                        .containsEntry("controller.quorum.voters", voters)
                        .containsEntry("listeners", "PLAINTEXT://:9092,CONTROLLER://:9093")
                        .containsEntry("advertised.listeners", "PLAINTEXT://%s:%d".formatted(broker, CLIENT_PORT)));
        assertThat(brokers)
                .extracting(broker -> compose.environment(broker).get("CLUSTER_ID"))
                .doesNotContainNull()
                .hasSize(3)
                .containsOnly(compose.environment(brokers.getFirst()).get("CLUSTER_ID"));
    }

    private static String id(String broker) {
        return broker.substring(BROKER.length());
    }

    @Test
    void givesTheBrokersSettingsThatKafkaTakes() {
        assertThat(brokers).allSatisfy(broker -> {
            Map<String, String> settings = compose.brokerSettings(broker);
            assertThat(AbstractKafkaConfig.CONFIG_DEF.names()).containsAll(settings.keySet());
            assertThatCode(() -> new KafkaConfig(settings)).doesNotThrowAnyException();
        });
    }

    @Test
    void givesTheBrokersTheSettingsThatOperatorsAreAskedFor() {
        Map<String, String> asked = OperationsPage.read().table("broker setting");

        assertThat(asked).hasSizeGreaterThan(10).containsKey("unclean.leader.election.enable");
        assertThat(brokers)
                .allSatisfy(broker -> assertThat(compose.brokerSettings(broker)).containsAllEntriesOf(asked));
    }

    @Test
    void givesNoInstanceASessionThatTheBrokersRefuse() {
        String shortest = compose.brokerSettings(brokers.getFirst()).get("group.min.session.timeout.ms");
        assertThat(instances)
                .extracting(instance -> compose.environment(instance).get(SESSION))
                .allSatisfy(session -> assertThat(Integer.parseInt(session)).isGreaterThan(Integer.parseInt(shortest)));
    }

    @Test
    void hasAsManyBrokersAsTheTopicsHaveReplicas() {
        Map<String, String> settings = compose.brokerSettings(brokers.getFirst());
        assertThat(topics()).hasSize(6).allSatisfy(topic -> {
            assertThat(topic.number("replicas"))
                    .isEqualTo(brokers.size())
                    .hasToString(settings.get("default.replication.factor"));
            assertThat(topic.part("config").number("min.insync.replicas"))
                    .hasToString(settings.get("min.insync.replicas"));
        });
    }

    private static List<Parts> topics() {
        try (Stream<Path> files = Files.list(Path.of("topics"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("livechat."))
                    .map(file -> Parts.readOne(file).part("spec"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void keepsDataInVolumesOfItsOwn() {
        brokers.forEach(broker -> assertThat(compose.service(broker).lines("volumes"))
                .containsExactly(
                        broker + "-data:" + compose.brokerSettings(broker).get("log.dirs")));
        instances.forEach(instance -> assertThat(compose.service(instance).lines("volumes"))
                .containsExactly(instance + "-data:" + Dockerfile.read().environment("LIVECHAT_DATA_DIR")));
        assertThat(compose.parts().part("volumes").names())
                .containsExactlyInAnyOrderElementsOf(Stream.of(brokers, instances)
                        .flatMap(List::stream)
                        .map(service -> service + "-data")
                        .toList());
    }

    @Test
    void givesTheLoadBalancerItsFile() {
        assertThat(compose.service(BALANCER).lines("volumes"))
                .containsExactly("./deploy/haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro");
        assertThat(Path.of("deploy/haproxy.cfg")).isRegularFile();
    }

    /** The service ends within 10 s, the load balancer within the 15 s of its file. */
    @Test
    void givesEachTimeToEnd() {
        assertThat(instances)
                .extracting(instance -> compose.service(instance).text("stop_grace_period"))
                .containsOnly("15s");
        assertThat(compose.service(BALANCER).text("stop_grace_period")).isEqualTo("20s");
    }

    @Test
    void checksTheHealthOfAll() {
        assertThat(brokers)
                .allSatisfy(broker ->
                        assertThat(compose.healthCheck(broker).getLast()).contains("/localhost/" + CLIENT_PORT));
        assertThat(instances)
                .allSatisfy(instance -> assertThat(compose.healthCheck(instance).getLast())
                        .contains("/localhost/3001", "/actuator/health/readiness"));
    }

    @ParameterizedTest
    @CsvSource({"200, true", "503, false"})
    void takesAnInstanceForHealthyExactlyWhenItSaysSo(int status, boolean healthy) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            String port = String.valueOf(server.getAddress().getPort());
            var check = compose.healthCheck(instances.getFirst()).stream()
                    .map(word -> word.replace("3001", port))
                    .toList();
            int exit = new ProcessBuilder(check).start().waitFor();
            assertThat(exit == 0).isEqualTo(healthy);
        } finally {
            server.stop(0);
        }
    }
}
