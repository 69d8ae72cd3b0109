package livechat.query;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import livechat.store.Applied;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Not in service while no broker says how far the log is: then nothing that is answered here could be proven. */
final class ReadsHealth implements HealthIndicator {

    /** A probe that waits longer is given up by common supervisors. */
    private static final long LIMIT_MILLIS = 900;

    private final ReadIndex index;
    private final Applied applied;

    ReadsHealth(ReadIndex index, Applied applied) {
        this.index = index;
        this.applied = applied;
    }

    @Override
    public Health health() {
        Set<Integer> here = applied.partitions();
        List<CompletableFuture<Long>> ends =
                (here.isEmpty() ? Stream.of(0) : here.stream()).map(index::ask).toList();
        return (isAnyKnown(ends) ? Health.up() : Health.outOfService()).build();
    }

    /** One is enough: a partition whose leader is changing is nothing that another instance could help with. */
    @SuppressWarnings("FutureReturnValueIgnored") // An end that nobody knows completes nothing, which is the answer.
    private static boolean isAnyKnown(List<CompletableFuture<Long>> ends) {
        CompletableFuture<Boolean> any = new CompletableFuture<>();
        ends.forEach(end -> end.thenAccept(_ -> any.complete(true)));
        try {
            return any.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException silent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
