package livechat.store;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The lease of a thread that is a member of the group: its partitions stay its own for a session after the coordinator got
 * anything from it. All but {@link #covers} is for that thread alone.
 */
public final class Membership implements Lease {

    /** Polls come every 100 ms, and what was asked in one is known in the next: a shorter session would be gone now and then. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Several may be lost or late before the lease ends. */
    private static final int RENEWALS = 8;

    private final LongSupplier clock;
    private final long session;
    private final long silence;
    private volatile long end;
    private long lastPoll;
    private long lastRenewal;
    private boolean over;

    /**
     * Begins without a lease.
     *
     * @param session after which the coordinator gives the partitions of a silent member away
     * @param silence after which a member that does not poll leaves by itself
     */
    public Membership(Duration session, Duration silence) {
        this(session, silence, System::nanoTime);
    }

    Membership(Duration session, Duration silence, LongSupplier clock) {
        if (session.compareTo(SHORTEST) < 0 || silence.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "livechat.reads=lease needs session.timeout.ms and max.poll.interval.ms of at least %d; they are %d and %d"
                            .formatted(SHORTEST.toMillis(), session.toMillis(), silence.toMillis()));
        }
        this.clock = clock;
        this.session = withMargin(session);
        this.silence = withMargin(silence);
        this.end = clock.getAsLong();
        this.lastPoll = end;
        this.lastRenewal = end - this.session;
    }

    /** A quarter for clocks that do not run alike, and for timers that are early. */
    private static long withMargin(Duration time) {
        return time.toNanos() / 4 * 3;
    }

    /** The stay last: a thread that has lost its partitions may be a member again, and its lease not theirs. */
    @Override
    public boolean covers(Stay stay) {
        return clock.getAsLong() - end < 0 && !stay.isOver();
    }

    /** Before each poll. */
    public void polls() {
        lastPoll = clock.getAsLong();
    }

    public boolean isDue() {
        return clock.getAsLong() - lastRenewal >= session / RENEWALS;
    }

    /**
     * Before something is sent that the coordinator checks against the present members.
     *
     * @return to be run once the coordinator has confirmed that very thing without an error
     */
    public Runnable renews() {
        lastRenewal = clock.getAsLong();
        long proven = earlier(lastRenewal + session, lastPoll + silence);
        return () -> end = over ? end : later(end, proven);
    }

    /** Before the group is left: what is confirmed afterwards counts for nothing. */
    public void ends() {
        over = true;
        end = clock.getAsLong();
    }

    private static long earlier(long a, long b) {
        return a - b < 0 ? a : b;
    }

    private static long later(long a, long b) {
        return a - b > 0 ? a : b;
    }
}
