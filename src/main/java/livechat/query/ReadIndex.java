package livechat.query;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import livechat.room.LogKey;
import livechat.store.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * The read index: the end of the log, asked of the partition's leader after the read arrived. All reads that arrive
 * while a question is under way share the next one.
 */
public final class ReadIndex implements Proofs {

    /** A partition whose leader does not answer must not hold up the questions about the others for longer. */
    private static final Duration LONGEST_TURN = Duration.ofMillis(20);

    private final Log log;
    private final Executor turns;

    /** Guarded by this, as is {@link #underway}. */
    private Map<Integer, CompletableFuture<Long>> next = new HashMap<>();

    private boolean underway;

    ReadIndex(Log log) {
        this(log, Thread::startVirtualThread);
    }

    /** @param turns runs what it is given after all who can run now */
    ReadIndex(Log log, Executor turns) {
        this.log = log;
        this.turns = turns;
    }

    /** The brokers. */
    public interface Log {
        /** The last offset of each partition, one answer for each; does not block. */
        Map<Integer, CompletableFuture<Long>> ends(Set<Integer> partitions);
    }

    @Override
    public CompletableFuture<Long> ask(LogKey key, int partition) {
        return ask(partition);
    }

    CompletableFuture<Long> ask(int partition) {
        CompletableFuture<Long> answer;
        boolean nobodyAsks;
        synchronized (this) {
            answer = next.computeIfAbsent(partition, _ -> new CompletableFuture<>());
            nobodyAsks = !underway;
            underway = true;
        }
        if (nobodyAsks) {
            send();
        }
        return answer;
    }

    @Override
    public ReadBy by() {
        return ReadBy.INDEX;
    }

    /** Everyone in the batch has arrived before the question is sent. */
    @SuppressWarnings("FutureReturnValueIgnored") // What is done with an answer or a failure cannot fail itself.
    private void send() {
        Map<Integer, CompletableFuture<Long>> batch = batch();
        Map<Integer, CompletableFuture<Long>> ends = log.ends(batch.keySet());
        ends.forEach((partition, end) ->
                end.whenComplete((offset, failure) -> tell(batch.getOrDefault(partition, end), offset, failure)));
        Timeouts.set(CompletableFuture.allOf(ends.values().toArray(CompletableFuture[]::new)), LONGEST_TURN)
                .whenComplete((_, late) -> {
                    sendNext();
                    if (late != null) {
                        giveUpAtTheLimit(batch.values());
                    }
                });
    }

    /** Those who have just been told answer first, and whoever comes meanwhile joins: fewer questions, each for more readers. */
    private synchronized void sendNext() {
        underway = !next.isEmpty();
        if (underway) {
            turns.execute(this::send);
        }
    }

    private static void giveUpAtTheLimit(Collection<CompletableFuture<Long>> readers) {
        for (CompletableFuture<Long> reader : readers) {
            var _ = Timeouts.set(reader, LIMIT.minus(LONGEST_TURN));
        }
    }

    private synchronized Map<Integer, CompletableFuture<Long>> batch() {
        Map<Integer, CompletableFuture<Long>> batch = next;
        next = new HashMap<>();
        return batch;
    }

    private static void tell(CompletableFuture<Long> reader, @Nullable Long offset, @Nullable Throwable failure) {
        if (offset == null) {
            reader.completeExceptionally(failure == null ? new IllegalStateException("no offset") : failure);
        } else {
            reader.complete(offset);
        }
    }
}
