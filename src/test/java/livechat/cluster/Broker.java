package livechat.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import livechat.guarantees.ServiceProcess;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.jspecify.annotations.Nullable;

/** One broker of the cluster, controller as well, in a process of its own; its directory outlives it. */
final class Broker implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Path directory;
    private final Properties settings;
    private final int port;
    private @Nullable Process process;

    /**
     * Formats the directory.
     *
     * @param port where other brokers and the tests reach it
     */
    Broker(Path directory, Properties settings, int port) {
        this.directory = directory;
        this.settings = settings;
        this.port = port;
    }

    Broker formatted(String clusterId) {
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setNodeId(Integer.parseInt(settings.getProperty("node.id")))
                    .setClusterId(clusterId)
                    .setDirectories(List.of(settings.getProperty("log.dirs")))
                    .setMetadataLogDirectory(settings.getProperty("log.dirs"))
                    .setControllerListenerName(settings.getProperty("controller.listener.names"))
                    .run();
            try (Writer file = Files.newBufferedWriter(file())) {
                settings.store(file, null);
            }
            return this;
        } catch (Exception failure) {
            throw new IllegalStateException("a broker's directory cannot be formatted", failure);
        }
    }

    private Path file() {
        return directory.resolve("server.properties");
    }

    Broker start() {
        ProcessBuilder java = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                ServiceProcess.classPath(),
                "kafka.Kafka",
                file().toString());
        Path output = directory.resolve("output.txt");
        try {
            process = Children.add(java.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Broker awaitReady() {
        await().atMost(START).pollInterval(Duration.ofMillis(100)).until(() -> listens() || hasEnded());
        if (hasEnded()) {
            throw new IllegalStateException("a broker does not start; it printed " + printed());
        }
        return this;
    }

    private boolean hasEnded() {
        return process == null || !process.isAlive();
    }

    private String printed() {
        try {
            return Files.readString(directory.resolve("output.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        kill();
    }
}
