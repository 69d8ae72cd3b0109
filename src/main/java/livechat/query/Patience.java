package livechat.query;

import java.time.Duration;

/** How long a caller still waits, on this machine's own monotonic clock. */
final class Patience {

    private final long end;

    Patience(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }
}
