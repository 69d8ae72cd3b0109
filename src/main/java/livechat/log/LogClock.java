package livechat.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The brokers' clock as the acknowledgements show it: deadlines are in its time, not in ours. */
public final class LogClock {

    private final Clock clock;
    private volatile Duration skew = Duration.ZERO;

    public LogClock(Clock clock) {
        this.clock = clock;
    }

    /** What the log's clock shows now. */
    public Instant now() {
        return clock.instant().plus(skew);
    }

    /** How far the brokers' clock is ahead of ours; short by the time that an acknowledgement takes. */
    public Duration skew() {
        return skew;
    }

    void learn(Instant appended) {
        skew = Duration.between(clock.instant(), appended);
    }
}
