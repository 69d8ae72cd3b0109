package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import livechat.FreePort;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/**
 * A broker that asks for encryption, login and rights, in a process of its own, killed at the latest with the test. Its
 * other listener knows neither and is its administrator's.
 */
final class SecuredBroker implements AutoCloseable {

    private static final String SECRET = "changeit";

    private final Path directory;
    private final Map<String, Integer> ports;
    private final Process process;

    private SecuredBroker(Path directory, Map<String, Integer> ports, Process process) {
        this.directory = directory;
        this.ports = ports;
        this.process = process;
    }

    static SecuredBroker start(Path directory) throws Exception {
        Map<String, Integer> ports =
                Map.of("CLIENTS", FreePort.find(), "INTERNAL", FreePort.find(), "CONTROLLER", FreePort.find());
        makeCertificate(directory);
        format(directory.resolve("logs"));
        Path file = directory.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings(directory, ports).store(writer, null);
        }
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "kafka.Kafka",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("broker.log").toFile())
                .start();
        return new SecuredBroker(directory, ports, process);
    }

    private static Properties settings(Path directory, Map<String, Integer> ports) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + ports.get("CONTROLLER"),
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "INTERNAL",
                "listener.security.protocol.map", "CLIENTS:SASL_SSL,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "listeners", listeners(ports, "CLIENTS", "INTERNAL", "CONTROLLER"),
                "advertised.listeners", listeners(ports, "CLIENTS", "INTERNAL"),
                "log.dirs", directory.resolve("logs").toString()));
        settings.putAll(Map.of(
                "sasl.enabled.mechanisms", "SCRAM-SHA-512",
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "listener.name.clients.ssl.keystore.location",
                        directory.resolve("broker.p12").toString(),
                "listener.name.clients.ssl.keystore.type", "PKCS12",
                "listener.name.clients.ssl.keystore.password", SECRET,
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users", "User:ANONYMOUS"));
        settings.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "log.cleaner.dedupe.buffer.size", "8388608"));
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    private static String listeners(Map<String, Integer> ports, String... names) {
        return String.join(
                ",",
                Stream.of(names)
                        .map(name -> name + "://127.0.0.1:" + ports.get(name))
                        .toList());
    }

    private static void format(Path logs) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(logs.toString()))
                .setMetadataLogDirectory(logs.toString())
                .setControllerListenerName("CONTROLLER")
                .run();
    }

    /** Signed by itself, so that it is its own authority. */
    private static void makeCertificate(Path directory) throws IOException, InterruptedException {
        String store = directory.resolve("broker.p12").toString();
        keytool(
                "-genkeypair",
                "-keystore",
                store,
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=broker",
                "-ext",
                "SAN=ip:127.0.0.1");
        keytool(
                "-exportcert",
                "-rfc",
                "-keystore",
                store,
                "-alias",
                "broker",
                "-file",
                directory.resolve("ca.crt").toString());
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        String tool = System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool";
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(tool, "-storepass", SECRET, "-storetype", "PKCS12"), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
    }

    /** Where clients go. */
    String address() {
        return "127.0.0.1:" + ports.get("CLIENTS");
    }

    /** In PEM. */
    Path authority() {
        return directory.resolve("ca.crt");
    }

    Admin administrator() {
        return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + ports.get("INTERNAL")));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
