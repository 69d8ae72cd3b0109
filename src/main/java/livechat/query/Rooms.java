package livechat.query;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
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
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final Copies copies;
    private final Proofs proofs;
    private final ToIntFunction<LogKey> partitions;
    private final Meters meters;

    Rooms(Copies copies, Proofs proofs, ToIntFunction<LogKey> partitions, Meters meters) {
        this.copies = copies;
        this.proofs = proofs;
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
        return proofs.by() == ReadBy.LOG;
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
        Optional<Reading<T>> proven = prove(partition, copy, question, patience.atMost(Proofs.LIMIT));
        return proven.isPresent()
                ? proven
                : Optional.of(question.ask().apply(copy.rows()))
                        .filter(question.mayBeOld())
                        .map(old -> read(old, ReadBy.STANDBY));
    }

    /** What was seen before the proof was asked for counts, if nothing has been folded since that the proof demands. */
    private <T> Optional<Reading<T>> prove(int partition, Copy copy, Question<T> question, Patience patience)
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
                    return Optional.of(read(seen.value(), proofs.by()));
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

    private <T> Reading<T> read(T value, ReadBy by) {
        meters.read(by.word());
        return new Reading<>(value, by);
    }

    private Optional<Long> lastOffset(LogKey key, int partition, Patience patience) throws InterruptedException {
        try {
            return Optional.of(proofs.ask(key, partition).get());
        } catch (ExecutionException notKnown) {
            patience.rest(MOMENT);
            return Optional.empty();
        }
    }
}
