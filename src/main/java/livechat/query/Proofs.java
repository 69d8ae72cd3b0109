package livechat.query;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import livechat.room.LogKey;

/** What a copy has to have folded before it may answer a read that has arrived. */
interface Proofs {

    /** Before a flagged answer: a hundred times what a proof takes, and less than a visitor notices. */
    Duration LIMIT = Duration.ofMillis(300);

    /**
     * Asks for the last offset that the reader may know of; the answer counts only for reads that arrived before.
     *
     * @return done with the offset, -1 on an empty log; failed when the brokers do not say within the limit, so that no
     *     reader needs a clock: one each would cost more than all else in a read
     */
    CompletableFuture<Long> ask(LogKey key, int partition);

    /** What an answer with this proof is worth. */
    ReadBy by();
}
