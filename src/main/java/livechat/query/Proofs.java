package livechat.query;

import java.util.concurrent.CompletableFuture;
import livechat.room.Token;

/** What a copy has to have folded before it may answer a read that has arrived. */
interface Proofs {

    /**
     * Asks for the last offset that the reader may know of; the answer counts only for reads that arrived before.
     *
     * @return done with the offset, -1 on an empty log; failed when the brokers do not say
     */
    CompletableFuture<Long> ask(Token token, int partition);

    /** What an answer with this proof is worth. */
    ReadBy by();
}
