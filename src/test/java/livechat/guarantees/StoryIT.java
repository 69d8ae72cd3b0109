package livechat.guarantees;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import livechat.Golden;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The API's own example, as a newcomer sees it: one command, one request, its very answer. */
@Timeout(240)
class StoryIT {

    private static final String REQUEST =
            "/api/v1/livechat/room?token=8s7e9ony6ctl27e1qf8kue&rid=kCJDd5peKiZnGJLPq&agentId=XycfA5CetCPuEjqxw";

    @TempDir
    private static Path directory;

    private static Map<String, String> place;
    private static ServiceProcess service;
    private static HttpClient http;

    @BeforeAll
    static void start() throws IOException {
        place = ServiceProcess.place(directory);
        service = ServiceProcess.start(place).awaitReady();
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        http.close();
        service.close();
    }

    /** What is proven to be of now is the whole story: all of it was on the log when the question came. */
    @Test
    void answersTheRequestOfTheApiWithItsAnswer() throws Exception {
        assertThat(ask().statusCode()).isEqualTo(400);
        tell();

        HttpResponse<String> answer = await().atMost(Duration.ofSeconds(30))
                .until(
                        StoryIT::ask,
                        told -> !told.headers().firstValue("X-Room-Read").equals(Optional.of("standby")));
        assertThat(Golden.parse(answer.body().getBytes(UTF_8))).isEqualTo(Golden.read("example-response"));
        assertThat(answer.statusCode()).isEqualTo(200);

        tell();
        assertThat(ask().body()).isEqualTo(answer.body());
    }

    private static HttpResponse<String> ask() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(service.http() + REQUEST)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** As the documented command does, in a process of its own. */
    private static void tell() throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        ProcessBuilder story = new ProcessBuilder(List.of(
                java, "-XX:TieredStopAtLevel=1", "-cp", ServiceProcess.classPath(), "livechat.log.SampleStory"));
        story.environment().putAll(place);
        Path output = directory.resolve("story.log");
        Process telling =
                story.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(telling.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(telling.exitValue()).as(Files.readString(output)).isZero();
    }
}
