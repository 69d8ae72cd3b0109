package livechat.store;

import java.time.Duration;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import livechat.room.Token;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** One stay of a partition here: how far its fold is, until the partition leaves. If it comes back, that is another stay. */
public final class Stay {

    private final long target;
    private final Lease lease;
    private final RecentDocuments documents = new RecentDocuments();
    private volatile long folded;
    private volatile boolean over;

    /** Readers by the offset that they wait for; each wait is for all who have the same. */
    private final NavigableMap<Long, CompletableFuture<Void>> waiting = new ConcurrentSkipListMap<>();

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

    /** The rows of its store; open rooms that were asked for lately need no look at them. */
    public Rows rows(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        return new Rows(store, documents);
    }

    void changed(Token token) {
        documents.forget(token);
    }

    /** The offset of the last request in the rows; -1 when there is none. */
    public long folded() {
        return folded;
    }

    /** What was read during a stay that is over may have come from an emptied store. */
    public boolean isOver() {
        return over;
    }

    /**
     * Waits until this offset is folded.
     *
     * @param patience of the first who waits for it; those who come later may hear too early that it was not in time
     * @return false if it was not in time, or the partition left before
     */
    public boolean await(long offset, Duration patience) throws InterruptedException {
        return folded >= offset || awaitSlowly(offset, patience);
    }

    private boolean awaitSlowly(long offset, Duration patience) throws InterruptedException {
        CompletableFuture<Void> told =
                waiting.computeIfAbsent(offset, _ -> Timeouts.set(new CompletableFuture<>(), patience));
        wakeReaders(); // What was folded, or came to an end, before this one was waiting would never be told.
        try {
            told.get();
        } catch (ExecutionException tooLate) {
            waiting.remove(offset, told);
        }
        return folded >= offset;
    }

    void folded(long offset) {
        folded = offset;
        wakeReaders();
    }

    void end() {
        over = true;
        wakeReaders();
    }

    private void wakeReaders() {
        if (!waiting.isEmpty()) {
            Collection<CompletableFuture<Void>> told = (over ? waiting : waiting.headMap(folded, true)).values();
            told.forEach(reader -> reader.complete(null));
            told.removeIf(CompletableFuture::isDone);
        }
    }
}
