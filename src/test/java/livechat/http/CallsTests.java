package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import livechat.log.Ids;
import livechat.log.LogClock;
import livechat.ops.Meters;
import livechat.query.Moved;
import livechat.query.QueryFixtures;
import livechat.query.RoomsUnavailable;
import livechat.room.Token;
import livechat.room.UnknownToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.context.request.ServletWebRequest;

/** Where a call goes, how often, and what it is known by there; the other instance is a real server. */
@Timeout(60)
class CallsTests {

    private static final Token MARY = new Token("token-of-mary");
    private static final int PARTITION = 3;
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final String KEY = "a-key-of-the-client";

    private final Clock clock = Clock.systemUTC();
    private final LogClock logClock = new LogClock(clock, DEADLINE);
    private final List<HttpExchange> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger asked = new AtomicInteger();
    private final QueryFixtures query = new QueryFixtures(new Meters(new SimpleMeterRegistry()));
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/livechat/room");
    private HttpServer other;
    private boolean saysNew;
    private Instant logTime = clock.instant();

    @BeforeEach
    void start() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", this::hear);
        other.start();
        request.setQueryString("token=token-of-mary&agentId=a%20b");
        request.setRemoteAddr("203.0.113.9");
    }

    @AfterEach
    void stop() {
        other.stop(0);
    }

    /** What it answers: one status after the other, the last again and again. */
    private void hear(HttpExchange exchange) throws IOException {
        heard.add(exchange);
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        int status = statuses.size() > 1 ? statuses.removeFirst() : statuses.getFirst();
        exchange.getResponseHeaders().add("X-Room-Read", "index");
        exchange.getResponseHeaders().add("X-Livechat-Log-Time", logTime.toString());
        exchange.getResponseHeaders().add("X-Secret", "of that instance");
        if (saysNew && status != 200) {
            exchange.getResponseHeaders().add("X-Livechat-New", "true");
        }
        byte[] answer = "{\"from\":\"there\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void thereIs(Integer... answers) {
        query.owner(PARTITION, other.getAddress().getPort());
        statuses.addAll(List.of(answers));
    }

    private Calls calls() {
        Edge.Platform platform = new Edge.Platform(_ -> Optional.empty(), _ -> Optional.empty(), UnknownToken.GUEST);
        JsonBody body = new JsonBody(new BoundedBody(1000, Duration.ofSeconds(1), System::nanoTime));
        return new Calls(
                new Edge(new Ids(new SecureRandom()), clock, logClock, platform),
                query.routes(),
                _ -> PARTITION,
                new Forwarding(query.peers(), new ClientAddress(List.of(), _ -> false), body, logClock));
    }

    private ResponseEntity<?> call(Calls.Local local) throws IOException {
        return calls().answer(new ServletWebRequest(request, new MockHttpServletResponse()), MARY, local);
    }

    private ResponseEntity<?> call() throws IOException {
        return call(_ -> {
            asked.incrementAndGet();
            throw Moved.before();
        });
    }

    private String header(int number, String name) {
        return String.valueOf(heard.get(number).getRequestHeaders().getFirst(name));
    }

    @Test
    void answersHereWhatIsHere() throws IOException {
        query.here(PARTITION);

        assertThat(call(_ -> ResponseEntity.ok("here")).getBody()).isEqualTo("here");
    }

    @Test
    void passesOnWhatIsThereAsItCame() throws IOException {
        thereIs(200);
        request.setMethod("POST");
        request.setContent("{\"rid\":\"r\"}".getBytes(StandardCharsets.UTF_8));
        request.setCookies(new Cookie("rc_room_type", "l"));
        request.addHeader("Cookie", "rc_room_type=l");
        request.addHeader("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        request.addHeader("Idempotency-Key", KEY);

        ResponseEntity<?> answer = call();

        assertThat(new String((byte[]) answer.getBody(), StandardCharsets.UTF_8))
                .isEqualTo("{\"from\":\"there\"}");
        assertThat(answer.getHeaders().getFirst("X-Room-Read")).isEqualTo("index");
        assertThat(answer.getHeaders().headerNames()).doesNotContain("X-Secret");
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().getRequestURI())
                .hasToString("/api/v1/livechat/room?token=token-of-mary&agentId=a%20b");
        assertThat(heard.getFirst().getRequestMethod()).isEqualTo("POST");
        assertThat(bodies).containsExactly("{\"rid\":\"r\"}");
        assertThat(header(0, "Cookie")).isEqualTo("rc_room_type=l");
        assertThat(header(0, "traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c");
        assertThat(header(0, "Idempotency-Key")).isEqualTo(KEY);
        assertThat(header(0, "X-Forwarded-For")).isEqualTo("203.0.113.9");
        assertThat(header(0, "X-Livechat-Hop")).isEqualTo("1");
        assertThat(header(0, "X-Livechat-New")).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource({"PUT,'{\"msg\":\"a\"}'", "DELETE,'{\"rid\":\"r\"}'", "DELETE,''"})
    void passesOnWhateverMethodAndBodyItHas(String method, String body) throws IOException {
        thereIs(200);
        request.setMethod(method);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));

        assertThat(call().getStatusCode().value()).isEqualTo(200);
        assertThat(heard.getFirst().getRequestMethod()).isEqualTo(method);
        assertThat(bodies).containsExactly(body);
    }

    @Test
    void passesOnAKeyThatWasAcceptedAndNoOther() throws IOException {
        thereIs(200);
        request.addHeader("X-API-Key", "a-key-of-the-platform");

        call();
        SecurityContextHolder.getContext()
                .setAuthentication(new PreAuthenticatedAuthenticationToken("crm", "", List.of()));
        try {
            call();
        } finally {
            SecurityContextHolder.clearContext();
        }

        assertThat(header(0, "X-API-Key")).isEqualTo("null");
        assertThat(header(1, "X-API-Key")).isEqualTo("a-key-of-the-platform");
    }

    @Test
    void asksAgainUnderTheSameIdWithTheSameDeadline() throws IOException {
        thereIs(421, 421, 200);
        request.addHeader("Idempotency-Key", KEY);

        assertThat(call().getStatusCode().value()).isEqualTo(200);
        assertThat(heard).hasSize(3);
        for (int again = 1; again < 3; again++) {
            assertThat(header(again, "Idempotency-Key")).isEqualTo(KEY);
            assertThat(header(again, "X-Livechat-Deadline")).isEqualTo(header(0, "X-Livechat-Deadline"));
        }
    }

    /** A request that may be on the log is not new any more, wherever it is asked next. */
    @Test
    void remembersThatItMayHaveBeenHeard() throws IOException {
        thereIs(421, 200);

        call();
        assertThat(header(0, "X-Livechat-New")).isEqualTo("true");
        assertThat(heard)
                .anySatisfy(exchange -> assertThat(exchange.getRequestHeaders().containsKey("X-Livechat-New"))
                        .isFalse());
        assertThat(header(1, "Idempotency-Key")).isEqualTo(header(0, "Idempotency-Key"));
    }

    /** Nobody hears of an instance that stops, and what that one has not read is as new as before. */
    @Test
    void asksAgainWhenAnInstanceIsAboutToStop() throws IOException {
        saysNew = true;
        thereIs(503, 200);

        assertThat(call().getStatusCode().value()).isEqualTo(200);
        assertThat(heard)
                .hasSizeGreaterThan(1)
                .allSatisfy(exchange -> assertThat(exchange.getRequestHeaders().getFirst("X-Livechat-New"))
                        .isEqualTo("true"));
    }

    @Test
    void passesOnThatNobodyCanAnswer() throws IOException {
        thereIs(503, 200);

        assertThat(call().getStatusCode().value()).isEqualTo(503);
    }

    @Test
    void asksAStandbyWhenTheOwnerIsNotReached() throws IOException {
        thereIs(200);
        other.stop(0);
        List<Hop> hops = new ArrayList<>();

        ResponseEntity<?> answer = call(call -> {
            hops.add(call.hop());
            assertThat(call.mayBeOnTheLog()).isFalse();
            return ResponseEntity.ok("old");
        });
        assertThat(answer.getBody()).isEqualTo("old");
        assertThat(hops).containsExactly(Hop.STANDBY);
    }

    @Test
    void asksNoStandbyForWhoeverKeepsAKey() {
        request.addHeader("Idempotency-Key", KEY);
        request.addHeader("X-Livechat-Deadline", "ignored");

        assertThatExceptionOfType(RoomsUnavailable.class).isThrownBy(this::call);
        assertThat(asked).hasValue(0);
    }

    /** An instance that owns nothing never appends, so no acknowledgement tells it the time. */
    @Test
    void learnsTheBrokersClockFromWhoeverAppends() throws IOException {
        logTime = clock.instant().plusSeconds(3600);
        thereIs(200);
        call();

        assertThat(logClock.skew()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void tellsAnotherInstanceTheBrokersClock() throws IOException {
        request.addHeader("X-Livechat-Hop", "1");
        MockHttpServletResponse response = new MockHttpServletResponse();
        calls().answer(
                        new ServletWebRequest(request, response),
                        MARY,
                        _ -> ResponseEntity.ok().build());

        assertThat(Instant.parse(String.valueOf(response.getHeader("X-Livechat-Log-Time"))))
                .isBetween(clock.instant().minusSeconds(60), clock.instant());
    }

    @Test
    void neverForwardsAHop() {
        thereIs(200);
        request.addHeader("X-Livechat-Hop", "1");

        assertThatExceptionOfType(Moved.class).isThrownBy(this::call);
        assertThat(asked).hasValue(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void takesOverWhatTheFirstInstanceHasSettled() throws IOException {
        String deadline = clock.instant().plusSeconds(2).toString();
        request.addHeader("X-Livechat-Hop", "1");
        request.addHeader("X-Livechat-New", "true");
        request.addHeader("X-Livechat-Deadline", deadline);
        request.addHeader("Idempotency-Key", KEY);

        call(call -> {
            assertThat(call.identity().deadline()).isEqualTo(Instant.parse(deadline));
            assertThat(call.key()).isEqualTo(KEY);
            assertThat(call.mayBeOnTheLog()).isFalse();
            return ResponseEntity.ok().build();
        });
    }

    @Test
    void givesNobodyMoreTimeThanAClient() throws IOException {
        request.addHeader("X-Livechat-Hop", "1");
        request.addHeader("X-Livechat-Deadline", "9999-01-01T00:00:00Z");

        call(call -> {
            assertThat(call.identity().deadline())
                    .isBefore(clock.instant().plus(DEADLINE).plusSeconds(1));
            return ResponseEntity.ok().build();
        });
    }

    @Test
    void refusesAHopThatIsNotOneOfOurs() {
        request.addHeader("X-Livechat-Hop", "2");
        assertThatExceptionOfType(BadRequest.class).isThrownBy(this::call);
        request.removeHeader("X-Livechat-Hop");
        request.addHeader("X-Livechat-Hop", "1");
        request.addHeader("X-Livechat-Deadline", "soon");
        assertThatExceptionOfType(BadRequest.class).isThrownBy(this::call);
    }

    /** A client cannot make a call with a key a new one. */
    @Test
    void believesNoClientThatItsRequestIsNew() throws IOException {
        query.here(PARTITION);
        request.addHeader("Idempotency-Key", KEY);
        request.addHeader("X-Livechat-New", "true");

        call(call -> {
            assertThat(call.mayBeOnTheLog()).isTrue();
            return ResponseEntity.ok().build();
        });
    }
}
