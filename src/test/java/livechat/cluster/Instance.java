package livechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import livechat.guarantees.ServiceProcess;
import livechat.http.Recorded;
import org.jspecify.annotations.Nullable;

/** One instance of the service, with its own directory and its own wires to the brokers, and all that can befall it. */
final class Instance implements AutoCloseable {

    private static final String[] JVM = {"-Xmx320m"};

    private final String classPath;
    private final Map<String, String> environment;
    private final List<Link> links;
    private final StringBuilder printedBefore = new StringBuilder();
    private @Nullable ServiceProcess process;

    /** An instance that is not started yet, at ports that stay its own. */
    Instance(String classPath, Map<String, String> environment, List<Link> links) {
        this.classPath = classPath;
        this.environment = new HashMap<>(environment);
        this.links = links;
        this.environment.put("SERVER_ADDRESS", "127.0.0.1");
        // What is measured here is not to be slowed down by notes.
        this.environment.put(Recorded.VARIABLE, "false");
        this.environment.put("SPRING_KAFKA_STREAMS_PROPERTIES_MAIN_CONSUMER_SESSION_TIMEOUT_MS", "4500");
        this.environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        this.environment.put("LIVECHAT_ADVERTISED_ADDRESS", "127.0.0.1:" + environment.get("SERVER_PORT"));
        this.environment.put(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                links.stream().map(link -> "127.0.0.1:" + link.port()).collect(Collectors.joining(",")));
    }

    Instance start() {
        try {
            process = ServiceProcess.start(classPath, environment, JVM);
            Children.add(process.process());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instance awaitReady() {
        running().awaitReady();
        return this;
    }

    /** As the out-of-memory killer does it. */
    void kill() {
        try {
            running().kill();
            printedBefore.append(running().printed());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a supervisor does it: asks, and waits for the end. */
    void terminate() {
        try {
            running().stop();
            printedBefore.append(running().printed());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stands still as in a long pause of its garbage collector or its machine. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            String pid = String.valueOf(running().process().pid());
            assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                    .as("kill -%s", name)
                    .isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its clients still reach it, and it no broker. */
    void cutOff() {
        each(Link::cut);
    }

    void reconnect() {
        each(Link::mend);
    }

    void delay(Duration delay) {
        each(link -> link.delay(delay));
    }

    private void each(Consumer<Link> what) {
        links.forEach(what);
    }

    boolean isRunning() {
        return process != null && process.process().isAlive();
    }

    URI door() {
        return URI.create("http://127.0.0.1:" + environment.get("SERVER_PORT"));
    }

    /** All that its operators have seen of it. */
    String printed() {
        return printedBefore + (process == null ? "" : process.printed());
    }

    private ServiceProcess running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    @Override
    public void close() throws IOException {
        if (isRunning()) {
            kill();
        }
        for (Link link : links) {
            link.close();
        }
    }
}
