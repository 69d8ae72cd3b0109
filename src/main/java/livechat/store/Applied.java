package livechat.store;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How far the fold is in each partition that is here. The fold writes it, readers wait on it. */
public final class Applied {

    private final Map<Integer, Progress> partitions = new ConcurrentHashMap<>();

    /** What was on the log when the partition came here, and how much of it is folded. Offsets; -1 is none. */
    private static final class Progress {

        private final long target;
        private volatile long folded;

        Progress(long folded, long target) {
            this.folded = folded;
            this.target = target;
        }

        boolean isCaughtUp() {
            return folded >= target;
        }
    }

    /**
     * A partition came here.
     *
     * @param folded the offset that its store stands for
     * @param target the last offset of the log by now: before that is folded, the store may be older than an answer that
     *     was given
     */
    public void taken(int partition, long folded, long target) {
        partitions.put(partition, new Progress(folded, target));
        wakeReaders();
    }

    public void folded(int partition, long offset) {
        Progress progress = partitions.get(partition);
        if (progress != null) {
            boolean wasBehind = !progress.isCaughtUp();
            progress.folded = offset;
            if (wasBehind && progress.isCaughtUp()) {
                wakeReaders();
            }
        }
    }

    public void left(int partition) {
        partitions.remove(partition);
    }

    /** Waits until the partition is here and may be read; false if that was not so in time. */
    public boolean await(int partition, Duration patience) throws InterruptedException {
        return isCaughtUp(partition) || awaitSlowly(partition, System.nanoTime() + patience.toNanos());
    }

    /** Whether there are partitions here, and all of them may be read. */
    public boolean isCaughtUp() {
        return !partitions.isEmpty() && partitions.values().stream().allMatch(Progress::isCaughtUp);
    }

    /** Those that may be read here. */
    public Set<Integer> readable() {
        return partitions.keySet().stream().filter(this::isCaughtUp).collect(Collectors.toSet());
    }

    private boolean isCaughtUp(int partition) {
        Progress progress = partitions.get(partition);
        return progress != null && progress.isCaughtUp();
    }

    private synchronized boolean awaitSlowly(int partition, long deadline) throws InterruptedException {
        while (!isCaughtUp(partition)) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private synchronized void wakeReaders() {
        notifyAll();
    }
}
