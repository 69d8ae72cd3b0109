package livechat.http;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Counts requests per client before anything is parsed; headers and words of the refusal are upstream's. */
final class RateLimited extends HttpFilter {

    private static final long serialVersionUID = 1L;

    static final String LIMIT = "X-RateLimit-Limit";
    static final String REMAINING = "X-RateLimit-Remaining";
    static final String RESET = "X-RateLimit-Reset";

    private final transient RateLimit rateLimit;
    private final transient ClientAddress clientAddress;
    private final transient Clock clock;

    RateLimited(RateLimit rateLimit, ClientAddress clientAddress, Clock clock) {
        this.rateLimit = rateLimit;
        this.clientAddress = clientAddress;
        this.clock = clock;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ConsumptionProbe probe = rateLimit.take(clientAddress.of(request));
        describe(probe, response);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refuse(secondsToWait(probe), response);
        }
    }

    /** The reset is when the client has all of its requests again. */
    private void describe(ConsumptionProbe probe, HttpServletResponse response) {
        long reset = clock.instant().plusNanos(probe.getNanosToWaitForReset()).toEpochMilli();
        response.setHeader(LIMIT, Integer.toString(rateLimit.limit()));
        response.setHeader(REMAINING, Long.toString(probe.getRemainingTokens()));
        response.setHeader(RESET, Long.toString(reset));
    }

    private static void refuse(long seconds, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        ErrorBody.tooManyRequests(seconds).send(HttpStatus.TOO_MANY_REQUESTS, response);
    }

    /** Rounded up: whoever waits as long as told is let in. */
    private static long secondsToWait(ConsumptionProbe probe) {
        return Duration.ofNanos(probe.getNanosToWaitForRefill())
                .plusSeconds(1)
                .minusNanos(1)
                .toSeconds();
    }
}
