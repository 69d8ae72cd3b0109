package livechat.store;

import java.time.Duration;

/** One stay of a partition here: how far its fold is, until the partition leaves. If it comes back, that is another stay. */
public final class Stay {

    private final long target;
    private final Lease lease;
    private volatile long folded;
    private volatile boolean over;

    /** Of readers; only then does the fold take the lock. */
    private volatile int waiting;

    /**
     * Begins.
     *
     * @param folded the offset that the store stands for; -1 is none
     * @param target the last offset of the log when the partition came
     */
    Stay(long folded, long target, Lease lease) {
        this.folded = folded;
        this.target = target;
        this.lease = lease;
    }

    /** One that is over before it begins. */
    static Stay none() {
        Stay none = new Stay(-1, -1, Lease.NONE);
        none.end();
        return none;
    }

    /** Whether all is folded that was on the log when the partition came. */
    boolean isCaughtUp() {
        return folded >= target;
    }

    /** Whether nobody else can have the partition, where that matters. */
    public boolean isOurs() {
        return lease.covers(this);
    }

    /** Whether nobody can have been told of anything that is not in the rows, if it is so before and after they are read. */
    public boolean isOfNow() {
        return isCaughtUp() && isOurs();
    }

    /** The offset of the last request in the rows; -1 when there is none. */
    public long folded() {
        return folded;
    }

    /** What was read during a stay that is over may have come from an emptied store. */
    public boolean isOver() {
        return over;
    }

    /** Waits until this offset is folded; false if it was not in time, or the partition left before. */
    public boolean await(long offset, Duration patience) throws InterruptedException {
        return folded >= offset || awaitSlowly(offset, System.nanoTime() + patience.toNanos());
    }

    private synchronized boolean awaitSlowly(long offset, long deadline) throws InterruptedException {
        waiting++;
        try {
            long left = millisUntil(deadline);
            while (folded < offset && !over && left > 0) {
                wait(left);
                left = millisUntil(deadline);
            }
            return folded >= offset;
        } finally {
            waiting--;
        }
    }

    /** Rounded up: a wait of zero would be one without end. */
    private static long millisUntil(long deadline) {
        return Duration.ofNanos(deadline - System.nanoTime()).plusNanos(999_999).toMillis();
    }

    void folded(long offset) {
        folded = offset;
        if (waiting > 0) {
            wakeReaders();
        }
    }

    void end() {
        over = true;
        wakeReaders();
    }

    private synchronized void wakeReaders() {
        notifyAll();
    }
}
