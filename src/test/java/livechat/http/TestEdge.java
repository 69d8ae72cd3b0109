package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The edge without the rooms: only what every controller relies on, and a controller that relies on it. */
@TestComponent
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {ErrorMvcAutoConfiguration.class, KafkaAutoConfiguration.class})
@Import({HttpConfiguration.class, LimitsConfiguration.class, Errors.class, TestEdge.Echo.class})
class TestEdge {

    /** Stands wherever a visitor's token could, and must come back from nowhere. */
    static final String TOKEN = "t0kenSECRET";

    /** A client that is silent for longer is given up; short, since one test waits for it. */
    static final String PATIENCE = "server.tomcat.connection-timeout=2s";

    static final String NO_MANAGEMENT = "management.server.port=-1";

    /** There is no fold behind this edge that it could wait for. */
    static final String NO_FOLD = "management.endpoint.health.group.readiness.include=readinessState";

    static {
        // Tomcat logs nonsense once and then is quiet for a day; here each time, so that no order of tests hides a
        // leak.
        System.setProperty("org.apache.juli.logging.UserDataHelper.CONFIG", "INFO_ALL");
    }

    record Asked(@Nullable String rid, @Nullable String token) {}

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** There are no other instances. */
    @Bean
    Predicate<InetAddress> peers() {
        return _ -> false;
    }

    @TestComponent
    @RestController
    static class Echo {

        private final JsonBody body;

        Echo(JsonBody body) {
            this.body = body;
        }

        @GetMapping({"/echo", "/api/echo"})
        Map<String, Object> get(HttpServletRequest request) {
            QueryParameters query = QueryParameters.parse(request.getQueryString(), Set.of("token", "rid"));
            // Tomcat parses cookies, and complains about them, when it is asked for them.
            boolean hasCookies = request.getCookies() != null;
            return Map.of("hasToken", query.get("token") != null, "hasCookies", hasCookies);
        }

        @PostMapping("/echo")
        Map<String, Object> post(HttpServletRequest request) throws IOException {
            return Map.of("hasToken", body.read(request, Asked.class).token() != null);
        }

        @GetMapping("/broken/{token}")
        Map<String, Object> fail() {
            throw new IllegalStateException("something of ours");
        }

        @GetMapping("/wrong")
        void assertWrongly() {
            throw new AssertionError("something of ours");
        }

        @PostMapping(path = "/xml", consumes = MediaType.APPLICATION_XML_VALUE)
        void takeXml() {}

        @GetMapping(path = "/xml", produces = MediaType.APPLICATION_XML_VALUE)
        String giveXml() {
            return "<x/>";
        }
    }
}
