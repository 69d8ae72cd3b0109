package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitedTests {

    private static final String ALICE = "203.0.113.1";
    private static final String BOB = "203.0.113.2";

    private final FakeTime time = new FakeTime();

    private final RateLimit limit = new RateLimit(new RateLimit.Settings(true, 3, Duration.ofSeconds(12), 100), time);

    private final RateLimited filter = new RateLimited(limit, new ClientAddress(List.of(), _ -> false), time);

    @Test
    void letsThroughAsManyAsItSays() throws Exception {
        assertThat(statuses(ALICE, 5)).containsExactly(200, 200, 200, 429, 429);
    }

    @Test
    void countsClientsApart() throws Exception {
        statuses(ALICE, 4);
        assertThat(statuses(BOB, 1)).containsExactly(200);
    }

    @Test
    void givesBackEvenlyAndNeverMoreThanThereWere() throws Exception {
        statuses(ALICE, 4);
        time.pass(Duration.ofSeconds(4));
        assertThat(statuses(ALICE, 2)).containsExactly(200, 429);
        time.pass(Duration.ofHours(1));
        assertThat(statuses(ALICE, 4)).containsExactly(200, 200, 200, 429);
    }

    @Test
    void tellsWhatIsLeftAndWhenAllIsBack() throws Exception {
        MockHttpServletResponse first = answer(ALICE);
        assertThat(first.getHeader("X-RateLimit-Limit")).isEqualTo("3");
        assertThat(first.getHeader("X-RateLimit-Remaining")).isEqualTo("2");
        assertThat(first.getHeader("X-RateLimit-Reset")).isEqualTo(epochMillisAfter(Duration.ofSeconds(4)));
        assertThat(first.getHeader("Retry-After")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 4, seconds", "1, 4, seconds", "1000, 3, seconds", "3000, 1, second", "3999, 1, second"})
    void refusesInUpstreamsShape(long millis, int seconds, String unit) throws Exception {
        statuses(ALICE, 3);
        time.pass(Duration.ofMillis(millis));
        MockHttpServletResponse refusal = answer(ALICE);
        assertThat(refusal.getStatus()).isEqualTo(429);
        assertThat(refusal.getContentAsString())
                .isEqualTo(
                        "{\"success\":false,\"error\":\"Too many requests. Please try again in %d %s. [error-too-many-requests]\",\"errorType\":\"error-too-many-requests\"}",
                        seconds, unit);
        assertThat(refusal.getContentType()).isEqualTo("application/json");
        assertThat(refusal.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(refusal.getHeader("Retry-After")).isEqualTo(Integer.toString(seconds));
        assertThat(refusal.getHeader("X-RateLimit-Limit")).isEqualTo("3");
        assertThat(refusal.getHeader("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(refusal.getHeader("X-RateLimit-Reset")).isEqualTo(epochMillisAfter(Duration.ofSeconds(12)));
    }

    @Test
    void letsInWhoWaitsAsLongAsTold() throws Exception {
        statuses(ALICE, 3);
        time.pass(Duration.ofMillis(1500));
        String seconds = answer(ALICE).getHeader("Retry-After");
        time.pass(Duration.ofSeconds(Long.parseLong(seconds)));
        assertThat(statuses(ALICE, 1)).containsExactly(200);
    }

    @Test
    void remembersNoMoreClientsThanItMay() {
        IntStream.range(0, 10_000)
                .mapToObj(i -> InetAddress.ofLiteral("10.0." + i / 256 + "." + i % 256))
                .forEach(limit::take);
        assertThat(limit.clients()).isEqualTo(100);
    }

    @Test
    void forgetsClientsWhoHaveAllTheirRequestsAgain() throws Exception {
        statuses(ALICE, 4);
        time.pass(Duration.ofSeconds(12));
        assertThat(limit.clients()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, PT1S, 1", "1, PT0S, 1", "1, PT-1S, 1", "1, PT1S, 0"})
    void refusesALimitThatMeansNothing(int requests, Duration per, int clients) {
        assertThatThrownBy(() -> new RateLimit.Settings(true, requests, per, clients))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String epochMillisAfter(Duration time) {
        return Long.toString(FakeTime.START.plus(time).toEpochMilli());
    }

    private List<Integer> statuses(String client, int requests) throws Exception {
        return IntStream.range(0, requests)
                .mapToObj(_ -> answer(client).getStatus())
                .toList();
    }

    private MockHttpServletResponse answer(String client) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(client);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, new MockFilterChain());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return response;
    }
}
