package livechat.room;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request with everything that the edge knew about it.
 *
 * @param time the edge's clock
 * @param deadline the log time after which the request is void
 * @param trace the W3C traceparent it came with; a malformed one is dropped, as that standard asks
 */
public record Asked(RequestId id, Instant time, Instant deadline, Optional<String> trace, Request request) {

    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    public Asked {
        trace = trace.filter(TRACEPARENT.asMatchPredicate());
        time = time.truncatedTo(ChronoUnit.MILLIS);
        deadline = deadline.truncatedTo(ChronoUnit.MILLIS);
    }
}
