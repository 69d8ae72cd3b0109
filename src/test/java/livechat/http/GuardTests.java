package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who gets past the guard, and that visitors never meet it. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = {TestEdge.class, GuardConfiguration.class, GuardTests.Platform.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            TestEdge.PATIENCE,
            TestEdge.NO_MANAGEMENT,
            TestEdge.NO_FOLD,
            "livechat.http.rate-limit.enabled=true",
            "livechat.http.rate-limit.per=1h",
            "livechat.http.trusted-proxies=127.0.0.0/8",
            "livechat.api-keys=crm:" + ApiKeysTests.HASH
        })
class GuardTests {

    private static final String KEY = "X-API-Key: " + ApiKeysTests.KEY;
    private static final String BODY = "{\"success\":false,\"error\":\"unauthorized\",\"errorType\":\"unauthorized\"}";

    @LocalServerPort
    private int port;

    @TestComponent
    @RestController
    static class Platform {

        @GetMapping(RoomListController.PATH)
        Map<String, Object> guarded(HttpServletRequest request) {
            Principal caller =
                    Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
            return Map.of(
                    "caller",
                    caller.getName(),
                    "same",
                    OfferedKey.accepted(request).equals(ApiKeysTests.KEY));
        }

        @GetMapping("/forgotten")
        String forgotten(HttpServletRequest request) {
            return OfferedKey.accepted(request);
        }
    }

    private String get(String path, String... headers) throws IOException {
        return new RawHttp(port)
                .exchange("GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n"
                        + String.join(
                                "",
                                java.util.stream.Stream.of(headers)
                                        .map(header -> header + "\r\n")
                                        .toList())
                        + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {KEY, "Authorization: Bearer " + ApiKeysTests.KEY, "authorization: bearer " + ApiKeysTests.KEY})
    void letsTheOwnerOfAKeyIn(String header) throws IOException {
        assertThat(get(RoomListController.PATH, header))
                .startsWith("HTTP/1.1 200")
                .contains("\"caller\":\"crm\"", "\"same\":true")
                .doesNotContain("Set-Cookie", "X-Frame-Options");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: */*",
                "X-API-Key: ",
                "X-API-Key: " + ApiKeysTests.HASH,
                "X-API-Key: 5f1d7a84db00d2fce00b31a7fc73224e",
                "Authorization: Basic " + ApiKeysTests.KEY,
                "Authorization: " + ApiKeysTests.KEY,
                KEY + "\r\n" + KEY,
                KEY + "\r\nAuthorization: Bearer x"
            })
    void letsNobodyElseIn(String header) throws IOException {
        assertThat(get(RoomListController.PATH, header))
                .startsWith("HTTP/1.1 401")
                .contains("WWW-Authenticate: Bearer realm=\"livechat\"", "Cache-Control: no-store", BODY)
                .contains("X-RateLimit-Limit: ");
    }

    @Test
    void standsBeforeAllThatThePlatformMayDo() throws IOException {
        assertThat(PlatformController.PATHS).hasSize(7);
        for (String path : PlatformController.PATHS) {
            assertThat(get(path)).as(path).startsWith("HTTP/1.1 401").contains(BODY);
            assertThat(get(path, KEY)).as(path).startsWith("HTTP/1.1 404");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/livechat/%72ooms",
                "/%61pi/v1/livechat/rooms?open=true",
                "/x/../api/v1/livechat/rooms",
                "//api/v1/livechat/rooms",
                "/api/v1/./livechat/rooms",
                "/api/v1/livechat/rooms;x=1",
                "/api/v1/livechat/rooms/",
                "/api/v1/livechat//rooms",
                "/api/v1/livechat/rooms%2f",
                "/api/v1/livechat/rooms%00",
                "/API/v1/livechat/rooms"
            })
    void isPassedByNoSpellingOfAPath(String path) throws IOException {
        assertThat(get(path)).containsPattern("^HTTP/1.1 40[014]").contains("\"success\":false");
    }

    @Test
    void countsThoseWhoGuess() throws IOException {
        String refusal = "";
        for (int i = 0; i < 101; i++) {
            refusal = get(RoomListController.PATH, "X-Forwarded-For: 192.0.2.1", "X-API-Key: guess-" + i);
        }

        assertThat(refusal).startsWith("HTTP/1.1 429");
    }

    @Test
    void isNotedByAControllerThatWasForgotten() throws IOException {
        assertThat(get("/forgotten", KEY)).startsWith("HTTP/1.1 500").doesNotContain(ApiKeysTests.KEY);
    }

    /** Spring's firewall would refuse the method; its filters would add headers. */
    @Test
    void keepsOutOfTheVisitorsWay() throws IOException {
        assertThat(get("/echo?token=a", "X-API-Key: wrong"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("X-Content-Type-Options", "Set-Cookie");
        assertThat(new RawHttp(port).exchange("BREW /echo HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void repeatsNoKeyAnywhere(CapturedOutput log) throws IOException {
        get(RoomListController.PATH, KEY);
        get(RoomListController.PATH, KEY + "x");
        get("/forgotten", KEY);

        assertThat(log.getAll()).doesNotContain(ApiKeysTests.KEY, ApiKeysTests.HASH);
    }
}
