package livechat.query;

import java.util.Optional;

/** What makes sure that an answer from a copy is of now. */
interface Proof {

    /**
     * Answers from the copy, for sure; what only leads to a request needs no proof.
     *
     * @return empty when that could not be done in time
     * @throws Moved when the partition has left
     */
    <T> Optional<Reading<T>> prove(Copy copy, int partition, Question<T> question, Patience patience)
            throws InterruptedException;

    /** What an answer with this proof is worth. */
    ReadBy by();
}
