package livechat.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The brokers' clock as the acknowledgements show it: deadlines are in its time, not in ours. */
public final class LogClock {

    private final Clock clock;
    private final Duration patience;
    private volatile Duration skew = Duration.ZERO;

    /**
     * Starts without skew.
     *
     * @param patience how long a request may take to its place on the log
     */
    public LogClock(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /** The log time after which a request that is made now is void. */
    public Instant deadline() {
        return clock.instant().plus(skew).plus(patience);
    }

    /** How far the brokers' clock is ahead of ours; short by the time that an acknowledgement takes. */
    public Duration skew() {
        return skew;
    }

    void learn(Instant appended) {
        skew = Duration.between(clock.instant(), appended);
    }
}
