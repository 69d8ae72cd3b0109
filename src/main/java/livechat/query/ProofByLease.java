package livechat.query;

import java.util.Optional;
import livechat.store.Stay;

/** An answer is of now if nobody else can have had the partition when it was read. Costs no round trip. */
final class ProofByLease implements Proof {

    /** A standby has no lease, however new it is: the log's end does not tell what has been answered under a lease. */
    @Override
    public <T> Optional<Reading<T>> prove(Copy copy, int partition, Question<T> question, Patience patience) {
        return switch (copy) {
            case Copy.Active active -> prove(active, question, patience);
            case Copy.Standby _ -> Optional.empty();
        };
    }

    private static <T> Optional<Reading<T>> prove(Copy.Active copy, Question<T> question, Patience patience) {
        Optional<Reading<T>> reading = proveOnce(copy, question);
        while (reading.isEmpty() && !patience.isOver()) {
            patience.rest(Rooms.MOMENT);
            reading = proveOnce(copy, question);
        }
        return reading;
    }

    /** The lease may end, and the partition leave, come back and have to catch up, while the rows are read. */
    private static <T> Optional<Reading<T>> proveOnce(Copy.Active copy, Question<T> question) {
        boolean before = isOfNow(copy.stay());
        T seen = question.ask().apply(copy.rows());
        if (question.isForTheLog().test(seen)) {
            return Optional.of(new Reading<>(seen, ReadBy.LOG));
        }
        return before && isOfNow(copy.stay()) ? Optional.of(new Reading<>(seen, ReadBy.LEASE)) : Optional.empty();
    }

    private static boolean isOfNow(Stay stay) {
        if (stay.isOver()) {
            throw Moved.before();
        }
        return stay.isOfNow();
    }

    @Override
    public ReadBy by() {
        return ReadBy.LEASE;
    }
}
