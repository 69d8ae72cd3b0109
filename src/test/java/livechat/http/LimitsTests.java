package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The limits in their places: one request per client and hour, from any site, through a proxy on this machine. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = TestEdge.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            TestEdge.PATIENCE,
            TestEdge.NO_MANAGEMENT,
            TestEdge.NO_FOLD,
            "livechat.http.rate-limit.enabled=true",
            "livechat.http.rate-limit.requests=1",
            "livechat.http.rate-limit.per=1h",
            "livechat.http.trusted-proxies=127.0.0.0/8"
        })
class LimitsTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final String ORIGIN = "https://shop.example";

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/echo,            192.0.2.1",
        "/api/nope,            192.0.2.2",
        "/api,                 192.0.2.3",
        "/%61pi/echo,          192.0.2.4",
        "//api/echo,           192.0.2.6",
        "/x/../api/echo,       192.0.2.7"
    })
    void countsWhateverSpellingAPathHas(String path, String client) throws IOException {
        assertThat(new RawHttp(port).exchange(get(path, client)))
                .doesNotStartWith("HTTP/1.1 429")
                .contains("X-RateLimit-Limit: 1", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: ");
        assertThat(new RawHttp(port).exchange(get(path, client))).startsWith("HTTP/1.1 429");
    }

    @Test
    void countsNothingElse() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(new RawHttp(port).exchange(get("/echo", "192.0.2.20")))
                    .startsWith("HTTP/1.1 200")
                    .doesNotContain("X-RateLimit");
        }
    }

    @Test
    void tellsABrowserOnAnotherOriginThatItAsksTooMuch(CapturedOutput log) throws Exception {
        assertThat(fromBrowser("GET", "/api/echo?token=TOKEN", "192.0.2.30").statusCode())
                .isEqualTo(200);
        HttpResponse<String> refusal = fromBrowser("GET", "/api/echo?token=TOKEN", "192.0.2.30");
        assertThat(refusal.statusCode()).isEqualTo(429);
        assertThat(refusal.headers().firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(3500, 3600));
        assertThat(refusal.body()).contains("[error-too-many-requests]");
        assertThat(log.getAll()).doesNotContain(TestEdge.TOKEN, "WARN", "ERROR");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /echo?token=TOKEN, 200",
        "GET, /echo?foo=TOKEN,   400",
        "GET, /nope,             404",
        "GET, /broken/TOKEN,     500",
        "PUT, /echo,             405"
    })
    void letsABrowserOnAnotherOriginReadTheAnswer(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = fromBrowser(method, path, "192.0.2.40");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(listed(answer.headers(), "Access-Control-Expose-Headers"))
                .contains(
                        "X-RateLimit-Limit",
                        "X-RateLimit-Remaining",
                        "X-RateLimit-Reset",
                        "Retry-After",
                        "X-Room-Read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
    void answersAPreflightWithoutCountingOrRunningAnything(String method) throws Exception {
        HttpRequest preflight = request("/api/broken/TOKEN", "192.0.2.50")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "content-type,idempotency-key,x-visitor-token")
                .build();
        assertThat(CLIENT.send(preflight, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        HttpResponse<String> second = CLIENT.send(preflight, HttpResponse.BodyHandlers.ofString());
        assertThat(second.statusCode()).isEqualTo(200);
        HttpHeaders headers = second.headers();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(headers.firstValue("Access-Control-Max-Age")).contains("7200");
        assertThat(headers.firstValue("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(listed(headers, "Access-Control-Allow-Methods")).containsExactly("GET", "POST", "PUT", "DELETE");
        assertThat(listed(headers, "Access-Control-Allow-Headers"))
                .containsExactlyInAnyOrder("content-type", "idempotency-key", "x-visitor-token");
    }

    @Test
    void refusesAPreflightForWhatTheApiHasNot() throws Exception {
        HttpRequest preflight = request("/echo", "192.0.2.60")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Access-Control-Request-Method", "PATCH")
                .build();
        HttpResponse<String> answer = CLIENT.send(preflight, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"success\":false,\"error\":\"cross-origin-refused\",\"errorType\":\"cross-origin-refused\"}");
    }

    private HttpResponse<String> fromBrowser(String method, String path, String client) throws Exception {
        HttpRequest request = request(path, client)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
        return answer;
    }

    private HttpRequest.Builder request(String path, String client) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path.replace("TOKEN", TestEdge.TOKEN)))
                .header("Origin", ORIGIN)
                .header("X-Forwarded-For", client);
    }

    private static String get(String path, String client) {
        return "GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\nX-Forwarded-For: " + client
                + "\r\n\r\n";
    }

    private static List<String> listed(HttpHeaders headers, String name) {
        return headers.allValues(name).stream()
                .flatMap(value -> Arrays.stream(value.split(", ?")))
                .toList();
    }
}
