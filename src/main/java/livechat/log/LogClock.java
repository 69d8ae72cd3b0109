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

    /** What the brokers' clock shows, as far as we know. */
    public Instant logTime() {
        return now().plus(skew);
    }

    /** The log time after which a request that is made now is void. */
    public Instant deadline() {
        return logTime().plus(patience);
    }

    /** How long it is until this log time. */
    public Duration until(Instant time) {
        return Duration.between(logTime(), time);
    }

    /** How far the brokers' clock is ahead of ours, as little as the acknowledgements allow. */
    public Duration skew() {
        return skew;
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * Somebody has read the brokers' clock between our sending and now: that bounds the skew, however slow the way was.
     *
     * @param sent by our own clock
     * @param appended by the brokers'
     */
    public void learn(Instant sent, Instant appended) {
        Duration atLeast = Duration.between(now(), appended);
        Duration atMost = Duration.between(sent, appended);
        skew = max(atLeast, min(skew, atMost));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
