package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
class ContainerErrorsTests {

    private static final String END = "Host: here~Connection: close~~";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET /echo?token=TOKEN{}                     | 400 | bad-request
                    GET /echo?token=TOKEN<>                     | 400 | bad-request
                    GET /echo?token=TOKEN x                     | 400 | bad-request
                    GET /echo?token=TOKEN\u00e9                 | 400 | bad-request
                    GET /echo?token=TO\u0001KEN                | 400 | bad-request
                    G(T /echo?token=TOKEN                       | 400 | bad-request
                    GET echo?token=TOKEN                        | 400 | bad-request
                    GET *                                       | 400 | bad-request
                    GET http://a b/echo?token=TOKEN             | 400 | bad-request
                    GET /echo;%?token=TOKEN                     | 400 | bad-request
                    GET /TOKEN;a=%zz                            | 400 | bad-request
                    GET /echo;TOKEN=b                           | 400 | bad-request
                    GET /TOKEN%zz                               | 400 | bad-request
                    GET /TOKEN%                                 | 400 | bad-request
                    GET /TOKEN%00                               | 400 | bad-request
                    GET /TOKEN%C3                               | 400 | bad-request
                    GET /TOKEN%2F..%2Fecho                      | 400 | bad-request
                    GET /TOKEN%5C..%5Cecho                      | 400 | bad-request
                    GET /TOKEN\\..                              | 400 | bad-request
                    GET /../echo?token=TOKEN                    | 400 | bad-request
                    TRACE /echo?token=TOKEN                     | 405 | method-not-allowed
                    CONNECT TOKEN:80                            | 501 | not-implemented
                    """)
    void answersARequestLineThatNoServletSees(String line, int status, String code, CapturedOutput log)
            throws IOException {
        expect(exchange(line + " HTTP/1.1~" + END), status, code, log);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    HTTP/2.0  | 505 | http-version-not-supported
                    HTTP/0.9  | 505 | http-version-not-supported
                    HTTP/1.11 | 505 | http-version-not-supported
                    HTTX/1.1  | 400 | bad-request
                    TOKEN     | 400 | bad-request
                    """)
    void answersAnotherVersion(String version, int status, String code, CapturedOutput log) throws IOException {
        expect(exchange("GET /echo?token=TOKEN " + version + "~" + END), status, code, log);
    }

    /** A client of HTTP/0.9 gets no status and no headers. */
    @ParameterizedTest
    @ValueSource(strings = {"GET /echo?token=TOKEN~", "GET  /echo?token=TOKEN~", "GET /nope/TOKEN~~"})
    void refusesARequestThatNamesNoVersion(String line, CapturedOutput log) throws IOException {
        assertThat(exchange(line))
                .isEqualTo("{\"success\":false,\"error\":\"http-version-not-supported\","
                        + "\"errorType\":\"http-version-not-supported\"}");
        assertThat(log.getAll()).doesNotContain(TestEdge.TOKEN, "WARN", "ERROR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    TOKEN                                        | 400 | bad-request
                    X TOKEN: 1                                   | 400 | bad-request
                    X: TOKEN\u0001KEN                            | 400 | bad-request
                    Host: TOKEN                                  | 400 | bad-request
                    Content-Length: TOKEN                        | 400 | bad-request
                    Content-Length: -1                           | 400 | bad-request
                    Content-Length: 99999999999999999999         | 400 | bad-request
                    Content-Length: 2~Content-Length: 3          | 400 | bad-request
                    Transfer-Encoding: TOKEN                     | 501 | not-implemented
                    Transfer-Encoding: gzip, chunked             | 501 | not-implemented
                    Transfer-Encoding: chunked, gzip             | 400 | bad-request
                    Content-Length: 2~Expect: TOKEN              | 417 | expectation-failed
                    Content-Length: 9~Expect: 100-continue       | 408 | request-timeout
                    Content-Length: 9999999999                   | 413 | body-too-large
                    """)
    void answersAHeaderThatNoServletSees(String header, int status, String code, CapturedOutput log)
            throws IOException {
        String answer = exchange("POST /echo HTTP/1.1~" + header + "~" + END);
        expect(answer.replaceFirst("^HTTP/1.1 100 \r\n\r\n", ""), status, code, log);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    TOKEN~{}~0~~           | 400 | bad-request
                    2~{}TOKEN~0~~          | 400 | bad-request
                    2~{}~0~TOKEN~~         | 400 | bad-request
                    """)
    void answersBrokenChunks(String chunks, int status, String code, CapturedOutput log) throws IOException {
        String request = "POST /echo HTTP/1.1~Transfer-Encoding: chunked~" + END + chunks;
        expect(exchange(request), status, code, log);
    }

    @ParameterizedTest
    @CsvSource({"9000, 1", "10, 101"})
    void boundsTheHeaders(int length, int count, CapturedOutput log) throws IOException {
        String header = "X: " + TestEdge.TOKEN + "x".repeat(length) + "~";
        expect(exchange("GET /echo HTTP/1.1~" + header.repeat(count) + END), 400, "bad-request", log);
    }

    @Test
    void boundsTheRequestLine(CapturedOutput log) throws IOException {
        String line = "GET /echo?token=" + TestEdge.TOKEN + "x".repeat(9000) + " HTTP/1.1~";
        expect(exchange(line + END), 400, "bad-request", log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOKEN", "GET /echo?token=TOKEN HTTP/1.1", "\u0016\u0003\u0001TOKEN"})
    void asksForARequestLineAndAHost(String line, CapturedOutput log) throws IOException {
        expect(exchange(line + "~~"), 400, "bad-request", log);
    }

    @Test
    void refusesALargeBodyBeforeItIsSent(CapturedOutput log) throws IOException {
        String request = "POST /echo HTTP/1.1~Content-Length: 65537~Expect: 100-continue~" + END;
        expect(exchange(request), 413, "body-too-large", log);
    }

    @Test
    void countsTheBytesOfABodyThatDoesNotSayItsLength(CapturedOutput log) throws IOException {
        String chunk = "10001~" + " ".repeat(0x10001) + "~0~~";
        String request = "POST /echo HTTP/1.1~Transfer-Encoding: chunked~" + END + chunk;
        expect(exchange(request), 413, "body-too-large", log);
    }

    @Test
    void takesAClientThatLeavesForNoErrorOfOurs(CapturedOutput log) throws IOException {
        new RawHttp(port).exchangeAndLeave(lines("POST /echo HTTP/1.1~Content-Length: 99~" + END + "{"));
        assertThat(log.getAll()).doesNotContain("WARN", "ERROR");
    }

    @Test
    void saysNothingOfCookiesThatItCannotRead(CapturedOutput log) throws IOException {
        String request = "GET /echo HTTP/1.1~Cookie: rc_token=\"TOKEN TOKEN; =TOKEN; a@b=TOKEN~" + END;
        assertThat(exchange(request)).startsWith("HTTP/1.1 200 ");
        assertThat(log.getAll()).doesNotContain(TestEdge.TOKEN);
    }

    private String exchange(String request) throws IOException {
        return new RawHttp(port).exchange(lines(request));
    }

    /** In the requests here, a tilde ends a line. */
    private static String lines(String request) {
        return request.replace("~", "\r\n").replace("TOKEN", TestEdge.TOKEN);
    }

    private static void expect(String answer, int status, String code, CapturedOutput log) {
        String body = "{\"success\":false,\"error\":\"%s\",\"errorType\":\"%s\"}".formatted(code, code);
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\r\nContent-Type: application/json\r\n", "\r\nCache-Control: no-store\r\n")
                .endsWith("\r\n\r\n" + body)
                .doesNotContain(TestEdge.TOKEN, "<html", "Apache Tomcat", "Exception");
        assertThat(log.getAll()).doesNotContain(TestEdge.TOKEN, "ERROR");
    }
}
