package livechat.query;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long a caller still waits, in all and for whatever, on this machine's own monotonic clock. */
public final class Patience {

    private final long start = System.nanoTime();
    private final Duration total;

    public Patience(Duration total) {
        this.total = total;
    }

    /** From now, and not longer than this one. */
    public Patience atMost(Duration limit) {
        Duration left = left();
        return new Patience(left.compareTo(limit) < 0 ? left : limit);
    }

    public Duration left() {
        Duration left = total.minus(spent());
        return left.isNegative() ? Duration.ZERO : left;
    }

    Duration spent() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public boolean isOver() {
        return left().isZero();
    }

    /**
     * Rests so long, or as long as is left.
     *
     * @throws RoomsUnavailable when interrupted
     */
    public void rest(Duration rest) {
        try {
            TimeUnit.NANOSECONDS.sleep(atMost(rest).total.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoomsUnavailable("interrupted while waiting", e);
        }
    }
}
