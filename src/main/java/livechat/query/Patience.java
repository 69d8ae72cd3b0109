package livechat.query;

import java.time.Duration;

/** How long a caller still waits, in all and for whatever, on this machine's own monotonic clock. */
public final class Patience {

    private final long start = System.nanoTime();
    private final Duration total;

    Patience(Duration total) {
        this.total = total;
    }

    Duration left() {
        Duration left = total.minus(spent());
        return left.isNegative() ? Duration.ZERO : left;
    }

    Duration spent() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    boolean isOver() {
        return left().isZero();
    }
}
