package livechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds deploy/haproxy.cfg to the instances that it stands in front of; {@link LoadBalancerIT} runs it. */
class LoadBalancerTests {

    private static final String FRONT = "frontend public";
    private static final String BACK = "backend instances";
    private static final Pattern VARIABLE = Pattern.compile("%(?<name>\\w+|[^\\w ])");

    private final LoadBalancerFile file = LoadBalancerFile.read();
    private final Parts service = Parts.readOne(Path.of("src/main/resources/application.yaml"));

    @Test
    void knowsEachInstanceOfTheComposeFile() {
        assertThat(file.all(BACK, "server"))
                .containsExactlyElementsOf(ComposeFile.read().services("room-service-").stream()
                        .map(instance -> "%s %s:%d".formatted(instance, instance, port("server")))
                        .toList());
        assertThat(file.only(FRONT, "bind")).isEqualTo(":3000");
        assertThat(file.only(FRONT, "default_backend")).isEqualTo("instances");
    }

    @Test
    void asksEachWhetherItIsReady() {
        assertThat(file.only(BACK, "http-check send"))
                .startsWith("meth GET uri /actuator/health/readiness ver HTTP/1.1 hdr Host ");
        assertThat(file.only(BACK, "http-check expect")).isEqualTo("status 200");
        assertThat(file.only(BACK, "default-server"))
                .startsWith("check port %d inter ".formatted(port("management", "server")));
    }

    /** A path, a query or a header can hold a visitor's token. */
    @Test
    void logsNothingThatCanHoldAToken() {
        assertThat(VARIABLE.matcher(file.only("defaults", "log-format")).results())
                .extracting(MatchResult::group)
                .isSubsetOf("%ci", "%HM", "%ST", "%B", "%b", "%s", "%Ta", "%rc", "%ts");
        assertThat(file.sections().values().stream().flatMap(List::stream))
                .noneMatch(line -> line.startsWith("option httplog") || line.contains("capture"));
    }

    @Test
    void tellsWhoCallsAndBelievesNobodyElse() {
        assertThat(file.section(FRONT))
                .containsSubsequence("http-request del-header X-Forwarded-For", "option forwardfor");
    }

    @Test
    void asksAgainOnlyWhatIsSafe() {
        assertThat(file.only("defaults", "retry-on")).isEqualTo("conn-failure empty-response");
        assertThat(file.all(FRONT, "acl"))
                .containsExactly("repeatable method GET", "repeatable req.hdr(Idempotency-Key) -m found");
        assertThat(file.only(FRONT, "http-request disable-l7-retry")).isEqualTo("unless repeatable");
    }

    @Test
    void waitsLongerThanTheServiceDoes() {
        assertThat(timeout("defaults", "server"))
                .isGreaterThan(duration(service.part("livechat").text("request-deadline")));
        assertThat(timeout("defaults", "http-keep-alive"))
                .isLessThan(duration(service.part("server", "tomcat").text("keep-alive-timeout")));
        assertThat(timeout("defaults", "http-request"))
                .isEqualTo(duration(service.part("livechat", "http").text("max-header-time")))
                .isEqualTo(duration(service.part("livechat", "http").text("max-body-time")));
    }

    @Test
    void speaksInTheFormOfTheApi() {
        List<String> errors = file.all("defaults", "http-error");

        assertThat(errors).hasSize(5).allSatisfy(error -> {
            JsonNode body = new JsonMapper().readTree(body(error));
            assertThat(body.get("success").booleanValue()).isFalse();
            assertThat(body.get("error").stringValue())
                    .isEqualTo(body.get("errorType").stringValue());
            assertThat(error).contains(" content-type application/json hdr Cache-Control no-store ");
        });
        assertThat(errors)
                .filteredOn(error -> error.startsWith("status 5"))
                .hasSize(3)
                .allMatch(error -> error.contains(" hdr Retry-After 1 ") && error.contains("rooms-unavailable"));
        assertThat(file.only(FRONT, "http-after-response")).isEqualTo("set-status 503 if { status 502 504 }");
    }

    private static String body(String error) {
        return error.substring(error.indexOf(" string \"") + 9, error.length() - 1)
                .replace("\\\"", "\"");
    }

    private int port(String... path) {
        return service.part(path).number("port");
    }

    private Duration timeout(String section, String name) {
        return duration(file.only(section, "timeout " + name));
    }

    private static Duration duration(String text) {
        return DurationStyle.SIMPLE.parse(text);
    }
}
