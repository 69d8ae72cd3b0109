package livechat.query;

import java.time.Duration;
import java.util.Optional;
import java.util.function.ToIntFunction;
import livechat.ops.Meters;
import livechat.room.Asked;
import livechat.room.Decision;
import livechat.room.Landed;
import livechat.room.LogKey;
import livechat.room.Outcome;
import livechat.room.Position;
import livechat.room.Room;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Reads rooms from a copy of their visitor's partition: with a proof that it is not behind, or flagged. */
public final class Rooms {

    /** A partition can be queried a moment after it was taken, and nothing tells when; brokers are asked again as soon. */
    static final Duration MOMENT = Duration.ofMillis(5);

    private final Copies copies;
    private final Proof proof;
    private final ToIntFunction<LogKey> partitions;
    private final Meters meters;

    Rooms(Copies copies, Proof proof, ToIntFunction<LogKey> partitions, Meters meters) {
        this.copies = copies;
        this.proof = proof;
        this.partitions = partitions;
        this.meters = meters;
    }

    /**
     * Answers from the fold's own copy.
     *
     * @throws Moved when the partition is not here, cannot be queried yet, or leaves meanwhile
     * @throws RoomsUnavailable when nothing could be proven in time, and nothing old is of use
     */
    public <T> Reading<T> read(Question<T> question, Patience patience) {
        int partition = partitions.applyAsInt(question.key());
        try {
            Patience opening = patience.atMost(Proofs.LIMIT);
            Optional<Reading<T>> reading = Optional.empty();
            while (reading.isEmpty() && !patience.isOver()) {
                reading = readOnce(partition, question, patience, opening);
            }
            return reading.orElseThrow(() -> new RoomsUnavailable("no proof in time that an answer is of now"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoomsUnavailable("interrupted while waiting for a partition", e);
        }
    }

    /** Whether reads go through the log, so that what can be asked of it may as well be asked at once. */
    public boolean goThroughTheLog() {
        return proof.by() == ReadBy.LOG;
    }

    /** What the fold would decide as things are: what it would refuse now need not be appended. Only that is proven. */
    public Reading<Decision> rehearse(Asked asked, Patience patience) {
        // In time, whatever the clock of this machine shows: only the log can tell that a request is late.
        Landed landed = new Landed(asked, new Position(0, 1, 0, asked.deadline()));
        LogKey key = asked.request().key();
        Question<Decision> question =
                Question.of(key, ledger -> Room.decide(landed, ledger).decision());
        return read(question.orOfTheLog(decision -> !(decision.outcome() instanceof Outcome.Refused)), patience);
    }

    /** Answers from a copy that may be behind the fold's own; empty when there is none, or its answer is of no use. */
    public <T> Optional<Reading<T>> readStandby(Question<T> question, Patience patience) {
        int partition = partitions.applyAsInt(question.key());
        try {
            Copy copy = copies.standby(partition);
            return proveOrFlag(partition, copy, question, patience);
        } catch (InvalidStateStoreException notHere) {
            copies.forget(partition);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** While a store is being opened, another copy can have a flagged answer. */
    private <T> Optional<Reading<T>> readOnce(int partition, Question<T> question, Patience patience, Patience opening)
            throws InterruptedException {
        try {
            return proveOrFlag(partition, copies.active(partition), question, patience);
        } catch (InvalidStateStoreException notYet) {
            copies.forget(partition);
            if (opening.isOver()) {
                throw Moved.before();
            }
            patience.rest(MOMENT);
            return Optional.empty();
        }
    }

    private <T> Optional<Reading<T>> proveOrFlag(int partition, Copy copy, Question<T> question, Patience patience)
            throws InterruptedException {
        Optional<Reading<T>> answer = proof.prove(copy, partition, question, patience.atMost(Proofs.LIMIT))
                .or(() -> old(copy, question));
        answer.filter(reading -> !question.isForTheLog().test(reading.value()))
                .ifPresent(reading -> meters.read(reading.by().word()));
        return answer;
    }

    private static <T> Optional<Reading<T>> old(Copy copy, Question<T> question) {
        return Optional.of(question.ask().apply(copy.rows()))
                .filter(question.mayBeOld())
                .map(old -> new Reading<>(old, ReadBy.STANDBY));
    }
}
