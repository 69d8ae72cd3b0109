package livechat.query;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import livechat.room.Token;

/** Reads through the log: a mark is appended after the read arrived, and who has folded it may answer. */
final class LogMarks implements Proofs {

    private final Function<Token, CompletableFuture<Long>> append;

    /**
     * Appends a mark for each read.
     *
     * @param append writes a mark for this visitor and is done with its offset
     */
    LogMarks(Function<Token, CompletableFuture<Long>> append) {
        this.append = append;
    }

    @Override
    public CompletableFuture<Long> ask(Token token, int partition) {
        return append.apply(token);
    }

    @Override
    public ReadBy by() {
        return ReadBy.LOG;
    }
}
