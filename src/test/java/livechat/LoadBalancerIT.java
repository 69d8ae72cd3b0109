package livechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** HAProxy with deploy/haproxy.cfg in front of two instances, where it is installed. */
@EnabledIf(value = "isInstalled", disabledReason = "There is no haproxy in the PATH")
class LoadBalancerIT {

    /** Enough that each instance would get some. */
    private static final int CALLS = 20;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private Process balancer;

    private FakeInstance one;

    private FakeInstance two;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port = FreePort.find();

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "haproxy")));
    }

    @BeforeEach
    void start() throws IOException {
        one = FakeInstance.start();
        two = FakeInstance.start();
        Path file = Files.writeString(directory.resolve("haproxy.cfg"), configuration());
        balancer = new ProcessBuilder("haproxy", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        await().atMost(LIMIT).ignoreExceptions().until(() -> get("/").statusCode() == 200);
        one.callers().clear();
        two.callers().clear();
    }

    @AfterEach
    void stop() throws InterruptedException {
        http.shutdownNow();
        balancer.destroyForcibly().waitFor();
        one.close();
        two.close();
    }

    /** The file with this machine's addresses in it. */
    private String configuration() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(LoadBalancerFile.PATH)) {
            if (!line.strip().startsWith("server ")) {
                lines.add(line.replace("bind :3000", "bind 127.0.0.1:" + port));
            }
        }
        lines.add(one.line("room-service-1"));
        lines.add(two.line("room-service-2"));
        return String.join("\n", lines) + "\n";
    }

    @Test
    void tellsAnInstanceWhoCallsWhateverTheCallerSays() throws Exception {
        send(request("/").header("X-Forwarded-For", "192.0.2.66"));

        assertThat(callers()).containsExactly("127.0.0.1");
    }

    @Test
    void sendsNothingNewToAnInstanceThatWantsToStop() throws Exception {
        CountDownLatch held = one.hold();
        CompletableFuture<HttpResponse<String>> underWay = untilOneHasACall();
        one.isNotReady();
        await().atMost(LIMIT).until(() -> printed().contains("room-service-1 is DOWN"));
        two.callers().clear();
        for (int i = 0; i < CALLS; i++) {
            assertThat(get("/").statusCode()).isEqualTo(200);
        }
        assertThat(two.callers()).hasSize(CALLS);
        held.countDown();
        assertThat(underWay.get().statusCode()).isEqualTo(200);
    }

    /** The other one answers at once. */
    private CompletableFuture<HttpResponse<String>> untilOneHasACall() {
        return Stream.generate(() -> http.sendAsync(request("/").build(), BodyHandlers.ofString()))
                .filter(_ -> hasComeToOne())
                .findFirst()
                .orElseThrow();
    }

    private boolean hasComeToOne() {
        int before = one.callers().size() + two.callers().size();
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !one.callers().isEmpty()
                        || one.callers().size() + two.callers().size() > before);
        return !one.callers().isEmpty();
    }

    @Test
    void asksAgainWhereThatIsSafe() throws Exception {
        one.cutsOff();
        for (int i = 0; i < CALLS; i++) {
            assertThat(get("/").statusCode()).isEqualTo(200);
            assertThat(post("a-key").statusCode()).isEqualTo(200);
        }
        assertThat(one.callers()).isNotEmpty();
    }

    @Test
    void doesNotAskAgainWhereThatMayDoSomethingTwice() throws Exception {
        one.cutsOff();
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            answers.add(sendFirst(request("/").POST(BodyPublishers.ofString("{}"))));
        }
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .contains(200, 503)
                .containsOnly(200, 503);
        assertThat(callers()).hasSize(CALLS);
        saysSoInTheFormOfTheApi(answers.stream()
                .filter(answer -> answer.statusCode() == 503)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void losesNothingWhenAnInstanceIsGone() throws Exception {
        one.close();
        for (int i = 0; i < CALLS; i++) {
            assertThat(send(request("/").POST(BodyPublishers.ofString("{}"))).statusCode())
                    .isEqualTo(200);
        }
        assertThat(two.callers()).hasSize(CALLS);
    }

    @Test
    void saysThatNobodyIsThere() {
        one.isNotReady();
        two.isNotReady();
        await().atMost(LIMIT).until(() -> get("/").statusCode() == 503);
        await().untilAsserted(() -> saysSoInTheFormOfTheApi(get("/")));
    }

    private static void saysSoInTheFormOfTheApi(HttpResponse<String> answer) {
        assertThat(answer.body())
                .isEqualTo("{\"success\":false,\"error\":\"rooms-unavailable\",\"errorType\":\"rooms-unavailable\"}");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void logsCallsAndNoToken() throws Exception {
        get("/api/v1/livechat/room?token=secret-token");
        get("/api/v1/livechat/visitor/secret-token");
        send(request("/").header("Cookie", "token=secret-token").header("Referer", "http://a/?token=secret-token"));
        await().atMost(LIMIT)
                .until(() -> printed()
                                .lines()
                                .filter(line -> line.contains("GET 200"))
                                .count()
                        >= 4);

        assertThat(printed()).contains("127.0.0.1 GET 200").doesNotContain("secret-token");
    }

    private List<String> callers() {
        return Stream.concat(one.callers().stream(), two.callers().stream()).toList();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> post(String key) throws IOException, InterruptedException {
        return send(request("/").header("Idempotency-Key", key).POST(BodyPublishers.ofString("{}")));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** On a connection of its own; later on a connection HAProxy may close it instead of saying what happened. */
    private static HttpResponse<String> sendFirst(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient fresh = HttpClient.newHttpClient()) {
            return fresh.send(request.build(), BodyHandlers.ofString());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private String printed() throws IOException {
        return Files.readString(directory.resolve("log"));
    }
}
