package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.NestedTestConfiguration;
import org.springframework.test.context.NestedTestConfiguration.EnclosingConfiguration;

/** How the description and its page are served, with all limits in their places. */
@SpringBootTest(
        classes = {TestEdge.class, ApiDocsController.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            TestEdge.PATIENCE,
            TestEdge.NO_MANAGEMENT,
            TestEdge.NO_FOLD,
            "livechat.http.rate-limit.enabled=true"
        })
@NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
class ApiDocsTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PAGE = "/swagger-ui/index.html";
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    private static final Pattern URL = Pattern.compile("url: '([^']+)'");

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    private static HttpResponse<String> send(int port, String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        return CLIENT.send(
                headers.length == 0 ? request.build() : request.headers(headers).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(port, "GET", path, headers);
    }

    private static String header(String name, HttpResponse<?> answer) {
        return answer.headers().firstValue(name).orElse("none");
    }

    @Test
    void servesTheDescriptionInJsonAndInYaml() throws Exception {
        HttpResponse<String> json = get("/v3/api-docs");
        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(header("Content-Type", json)).isEqualTo("application/json");
        assertThat(json.body()).startsWith("{\"openapi\":\"3.1.").contains("/api/v1/livechat/room");

        HttpResponse<String> yaml = get("/v3/api-docs.yaml");
        assertThat(header("Content-Type", yaml)).isEqualTo("application/yaml");
        assertThat(yaml.body()).startsWith("openapi: 3.1.");
    }

    @Test
    void servesAPageWhoseFilesAreThere() throws Exception {
        HttpResponse<String> page = get(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header("Content-Type", page)).startsWith("text/html");
        assertThat(header("Content-Security-Policy", page)).contains("default-src 'self'", "frame-ancestors 'none'");

        List<String> files =
                FILE.matcher(page.body()).results().map(found -> found.group(1)).toList();
        assertThat(files).hasSize(4);
        for (String file : files) {
            HttpResponse<String> answer = get(URI.create(PAGE).resolve(file).toString());
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.body()).as(file).isNotBlank();
        }
        assertThat(header("Content-Type", get("/swagger-ui/swagger-ui.css"))).isEqualTo("text/css");
        assertThat(header("Content-Type", get("/swagger-ui/swagger-ui-bundle.js")))
                .isEqualTo("text/javascript");
    }

    /** Wherever a load balancer has put both. */
    @Test
    void findsTheDescriptionAndTheServiceFromThePage() throws Exception {
        var url = URL.matcher(get("/swagger-ui/page.js").body());
        assertThat(url.find()).isTrue();
        URI description = URI.create("https://shop.example/chat" + PAGE).resolve(url.group(1));
        assertThat(description).hasToString("https://shop.example/chat/v3/api-docs");

        String server = OpenApi.read().document().at("/servers/0/url").stringValue();
        assertThat(description.resolve(server)).hasToString("https://shop.example/chat/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/api-docs", "/v3/api-docs.yaml", PAGE, "/swagger-ui/swagger-ui-bundle.js"})
    void mayBeKeptAndIsAskedForAgain(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(header("Cache-Control", answer)).isEqualTo("no-cache");
        assertThat(header("X-Content-Type-Options", answer)).isEqualTo("nosniff");

        HttpResponse<String> again = get(path, "If-Modified-Since", header("Last-Modified", answer));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/api-docs", PAGE, "/swagger-ui/nope"})
    void countsForTheLimitOfRequests(String path) throws Exception {
        assertThat(header("X-RateLimit-Limit", get(path))).isEqualTo("100");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /swagger-ui/, 404",
        "GET,  /swagger-ui/swagger-initializer.js, 404",
        "GET,  /swagger-ui/..%2fopenapi.yaml, 400",
        "GET,  /swagger-ui/.., 404",
        "GET,  /v3/api-docs/swagger-config, 404",
        "HEAD, /swagger-ui/index.html, 405",
        "HEAD, /v3/api-docs, 405",
        "POST, /v3/api-docs, 405"
    })
    void hasNothingElse(String method, String path, int status) throws Exception {
        assertThat(send(port, method, path).statusCode()).isEqualTo(status);
    }

    @Test
    void mayBeReadFromOtherOrigins() throws Exception {
        assertThat(header("Access-Control-Allow-Origin", get("/v3/api-docs", "Origin", "https://docs.example")))
                .isEqualTo("https://docs.example");
    }

    @Nested
    @SpringBootTest(
            classes = {TestEdge.class, ApiDocsController.class},
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = {TestEdge.PATIENCE, TestEdge.NO_MANAGEMENT, TestEdge.NO_FOLD, "livechat.docs.enabled=false"})
    class SwitchedOff {

        @LocalServerPort
        private int otherPort;

        @ParameterizedTest
        @ValueSource(strings = {"/v3/api-docs", "/v3/api-docs.yaml", PAGE, "/swagger-ui/swagger-ui.css"})
        void hasNone(String path) throws Exception {
            HttpResponse<String> answer = send(otherPort, "GET", path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("\"error\":\"not-found\"");
        }
    }
}
