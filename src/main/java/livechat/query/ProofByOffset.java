package livechat.query;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import livechat.room.LogKey;

/** An answer is of now if its copy had folded all that was on the log after the question came. */
final class ProofByOffset implements Proof {

    private final Proofs proofs;

    ProofByOffset(Proofs proofs) {
        this.proofs = proofs;
    }

    /** What was seen before the proof was asked for counts, if nothing has been folded since that the proof demands. */
    @Override
    public <T> Optional<Reading<T>> prove(Copy copy, int partition, Question<T> question, Patience patience)
            throws InterruptedException {
        Seen<T> seen = Seen.in(copy, question);
        if (question.isForTheLog().test(seen.value())) {
            return Optional.of(new Reading<>(seen.value(), ReadBy.LOG));
        }
        while (!patience.isOver()) {
            Optional<Long> last = lastOffset(question.key(), partition, patience);
            if (last.isPresent() && copy.await(last.get(), patience.left())) {
                seen = seen.upTo() >= last.get() ? seen : Seen.in(copy, question);
                if (copy.stillHas(last.get())) {
                    return Optional.of(new Reading<>(seen.value(), by()));
                }
            }
        }
        return Optional.empty();
    }

    /** @param upTo all that was folded up to this offset is in the value */
    private record Seen<T>(T value, long upTo) {

        static <T> Seen<T> in(Copy copy, Question<T> question) {
            long upTo = copy.folded();
            return new Seen<>(question.ask().apply(copy.rows()), upTo);
        }
    }

    private Optional<Long> lastOffset(LogKey key, int partition, Patience patience) throws InterruptedException {
        try {
            return Optional.of(proofs.ask(key, partition).get());
        } catch (ExecutionException notKnown) {
            patience.rest(Rooms.MOMENT);
            return Optional.empty();
        }
    }

    @Override
    public ReadBy by() {
        return proofs.by();
    }
}
