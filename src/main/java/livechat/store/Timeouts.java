package livechat.store;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;

/**
 * Ends waits that take too long, at most a tick late, by one clock for all of them. The JDK sets an alarm for each and takes
 * it back again: thousands of times a second that costs more than what is waited for.
 */
public final class Timeouts {

    private static final Duration TICK = Duration.ofMillis(20);

    private static final Queue<Wait> WAITS = new ConcurrentLinkedQueue<>();

    static {
        Thread.ofPlatform().daemon().name("timeouts").start(Timeouts::run);
    }

    private Timeouts() {}

    private record Wait(CompletableFuture<?> future, long deadline) {

        boolean isOver() {
            return future.isDone() || System.nanoTime() - deadline >= 0;
        }
    }

    /** Fails the future with a {@link TimeoutException}, unless it is done by then. */
    public static <T> CompletableFuture<T> set(CompletableFuture<T> future, Duration limit) {
        if (!future.isDone()) {
            WAITS.add(new Wait(future, System.nanoTime() + limit.toNanos()));
        }
        return future;
    }

    private static void run() {
        while (true) {
            try {
                Thread.sleep(TICK);
            } catch (InterruptedException nobodyDoes) {
                return;
            }
            WAITS.removeIf(Timeouts::end);
        }
    }

    private static boolean end(Wait wait) {
        boolean isOver = wait.isOver();
        if (isOver && !wait.future().isDone()) {
            wait.future().completeExceptionally(new TimeoutException());
        }
        return isOver;
    }
}
