package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import livechat.FreePort;
import livechat.LivechatApplication;
import livechat.http.Recorded;

/** The service as an operator runs it: a process of its own, with its own directory, killed at the latest with the test. */
public final class ServiceProcess implements AutoCloseable {

    /** No measure of speed: beside two others and their brokers, all at work on two processors, a start has taken 71 s. */
    private static final Duration START = Duration.ofMinutes(3);

    private static final Duration END = Duration.ofSeconds(90);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, String> environment;
    private final Path output;
    private final Recorded exchanges;
    private final Process process;

    private ServiceProcess(Map<String, String> environment, Path output, Recorded exchanges, Process process) {
        this.environment = environment;
        this.output = output;
        this.exchanges = exchanges;
        this.process = process;
    }

    /** Ports and directory of a service; a restart gets the same. */
    public static Map<String, String> place(Path directory) {
        List<Integer> ports =
                IntStream.range(0, 3).mapToObj(_ -> FreePort.find()).toList();
        return Map.of(
                "SERVER_PORT", String.valueOf(ports.get(0)),
                "MANAGEMENT_SERVER_PORT", String.valueOf(ports.get(1)),
                "LIVECHAT_BROKER_PORT", String.valueOf(ports.get(2)),
                "LIVECHAT_DATA_DIR", directory.resolve("data").toString());
    }

    static ServiceProcess start(Map<String, String> environment, String... jvmOptions) throws IOException {
        return start(classPath(), environment, jvmOptions);
    }

    /** The service with other classes than those of this project, or with some in front of them. */
    public static ServiceProcess start(String classPath, Map<String, String> environment, String... jvmOptions)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-Xmx512m"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-cp", classPath, LivechatApplication.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command);
        // All of a test comes from one address.
        builder.environment().put("LIVECHAT_HTTP_RATE_LIMIT_ENABLED", "false");
        Recorded exchanges = new Recorded();
        builder.environment().put(Recorded.VARIABLE, exchanges.file().toString());
        builder.environment().putAll(environment);
        Path output = Files.createTempFile("service", ".log");
        return new ServiceProcess(
                environment,
                output,
                exchanges,
                builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start());
    }

    /** Without the empty entry that the test runner adds: it would be the project's root, where the topic files lie too. */
    public static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    public ServiceProcess awaitReady() {
        await().atMost(START).pollInterval(Duration.ofMillis(100)).until(() -> isReady() || hasEnded());
        assertThat(process.isAlive()).as("alive; it printed %s", printed()).isTrue();
        return this;
    }

    private boolean hasEnded() {
        return !process.isAlive();
    }

    private boolean isReady() throws InterruptedException {
        try {
            return management("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpResponse<String> management(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + environment.get("MANAGEMENT_SERVER_PORT") + path);
        return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** All that its operators get to see: what it logged, and its meters. */
    public String told() {
        try {
            HttpResponse<String> meters = management("/actuator/prometheus");
            assertThat(meters.statusCode()).isEqualTo(200);
            return printed() + meters.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the meters cannot be read", e);
        }
    }

    public URI http() {
        return URI.create("http://127.0.0.1:" + environment.get("SERVER_PORT"));
    }

    String brokers() {
        return environment.getOrDefault(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + environment.get("LIVECHAT_BROKER_PORT"));
    }

    /** How many calls it has answered since this was asked last, all of them as the API's description says. */
    int describedExchanges() {
        return exchanges.areDescribed();
    }

    public Process process() {
        return process;
    }

    /** As a power cut or an out-of-memory killer does it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        exchanges.areDescribed();
    }

    /** SIGTERM; the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(END.toSeconds(), TimeUnit.SECONDS))
                .as("ended; it printed %s", printed())
                .isTrue();
        exchanges.areDescribed();
        return process.exitValue();
    }

    public String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
