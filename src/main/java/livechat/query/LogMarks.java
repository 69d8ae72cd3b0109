package livechat.query;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import livechat.room.LogKey;
import livechat.store.Timeouts;

/** Reads through the log: a mark is appended after the read arrived, and who has folded it may answer. */
final class LogMarks implements Proofs {

    private final Function<LogKey, CompletableFuture<Long>> append;

    /**
     * Appends a mark for each read.
     *
     * @param append writes a mark under this key and is done with its offset
     */
    LogMarks(Function<LogKey, CompletableFuture<Long>> append) {
        this.append = append;
    }

    @Override
    public CompletableFuture<Long> ask(LogKey key, int partition) {
        return Timeouts.set(append.apply(key).copy(), LIMIT);
    }

    @Override
    public ReadBy by() {
        return ReadBy.LOG;
    }
}
