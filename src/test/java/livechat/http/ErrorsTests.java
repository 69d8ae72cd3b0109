package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
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

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = TestEdge.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {TestEdge.PATIENCE, TestEdge.NO_MANAGEMENT, TestEdge.NO_FOLD})
class ErrorsTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET    | /echo?token=TOKEN&foo=TOKEN  | */*       | 400 | invalid-params | unknown key: foo
                    GET    | /echo?token=TOKEN&token=     | */*       | 400 | invalid-params | repeated key: token
                    GET    | /echo?token=TOKEN%C3       | */*       | 400 | invalid-token |
                    GET    | /echo?token=TOKEN%C3       | text/html | 400 | invalid-token |
                    GET    | /echo?rid=%C3              | TOKEN     | 400 | invalid-params | malformed value: rid
                    GET    | /nope/TOKEN?token=TOKEN      | */*       | 404 | not-found              |
                    GET    | /nope?token=TOKEN            | text/html | 404 | not-found              |
                    GET    | /                            | text/html | 404 | not-found              |
                    GET    | /error                       | text/html | 404 | not-found              |
                    GET    | /index.html                  | text/html | 404 | not-found              |
                    GET    | //echo?token=TOKEN           | */*       | 404 | not-found              |
                    GET    | /echo/?token=TOKEN           | */*       | 404 | not-found              |
                    OPTIONS| /nope/TOKEN                  | */*       | 404 | not-found              |
                    PUT    | /echo?token=TOKEN            | text/html | 405 | method-not-allowed     |
                    OPTIONS| /echo?token=TOKEN            | */*       | 405 | method-not-allowed     |
                    PATCH  | /echo?token=TOKEN            | */*       | 405 | method-not-allowed     |
                    get    | /echo?token=TOKEN            | */*       | 405 | method-not-allowed     |
                    GET    | /xml                         | text/html | 406 | not-acceptable         |
                    POST   | /xml                         | */*       | 415 | unsupported-media-type |
                    GET    | /broken/TOKEN?token=TOKEN    | text/html | 500 | internal-error         |
                    GET    | /wrong?token=TOKEN           | */*       | 500 | internal-error         |
                    """)
    void answersInTheOneShape(
            String method,
            String path,
            String accept,
            int status,
            String code,
            @Nullable String details,
            CapturedOutput log)
            throws Exception {
        HttpResponse<String> answer = send(method, path, "Accept", accept.replace("TOKEN", TestEdge.TOKEN));
        expect(answer, status, code, details);
        assertThat(log.getAll()).doesNotContain(TestEdge.TOKEN);
    }

    @ParameterizedTest
    @CsvSource({"PUT, /echo", "HEAD, /echo", "OPTIONS, /echo"})
    void namesTheMethodsThatAreThere(String method, String path) throws Exception {
        HttpResponse<String> answer = send(method, path, "Accept", "*/*");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElseThrow().split(", "))
                .containsExactlyInAnyOrder("GET", "POST");
    }

    @ParameterizedTest
    @CsvSource({"/echo?token=TOKEN, 405", "/broken/TOKEN, 405", "/nope/TOKEN, 404"})
    void runsNoHandlerForAHead(String path, int status, CapturedOutput log) throws Exception {
        assertThat(send("HEAD", path, "Accept", "*/*").statusCode()).isEqualTo(status);
        assertThat(log.getAll()).doesNotContain(TestEdge.TOKEN, "failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void readsABodyOfAnyType(String type) throws Exception {
        HttpResponse<String> answer = send("POST", "/echo", "Content-Type", type);
        assertThat(answer.body()).isEqualTo("{\"hasToken\":true}");
    }

    @Test
    void logsWhatIsOursToMendOnceAndByItsRoute(CapturedOutput log) throws Exception {
        assertThat(send("GET", "/broken/TOKEN?token=TOKEN", "Accept", "*/*").statusCode())
                .isEqualTo(500);
        assertThat(log.getAll()).containsOnlyOnce("ERROR").contains("failed: GET /broken/{token}");
    }

    @Test
    void logsNothingOfARefusal(CapturedOutput log) throws Exception {
        assertThat(send("GET", "/echo?foo", "Accept", "*/*").statusCode()).isEqualTo(400);
        assertThat(log.getAll()).doesNotContain("foo", "WARN", "ERROR");
    }

    private HttpResponse<String> send(String method, String path, String header, String value)
            throws IOException, InterruptedException {
        String target = path.replace("TOKEN", TestEdge.TOKEN);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
                .method(method, BodyPublishers.ofString("{\"token\":\"" + TestEdge.TOKEN + "\"}"))
                .header(header, value)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static void expect(HttpResponse<String> answer, int status, String code, @Nullable String details) {
        String more = details == null ? "" : ",\"details\":\"" + details + "\"";
        String body = "{\"success\":false,\"error\":\"%s\",\"errorType\":\"%s\"%s}".formatted(code, code, more);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().toString()).doesNotContain(TestEdge.TOKEN);
    }
}
