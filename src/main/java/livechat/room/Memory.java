package livechat.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes of one visitor that can still be asked for again, oldest first. */
public record Memory(List<Remembered> changes) {

    /** So that a visitor's row stays small; nobody changes a room that often within a minute. */
    static final int CAPACITY = 64;

    /** Longer than the clocks of two brokers differ: a duplicate that lands this much after its deadline is late on any of them. */
    static final Duration GRACE = Duration.ofSeconds(60);

    public static final Memory EMPTY = new Memory(List.of());

    public Memory {
        changes = List.copyOf(changes);
    }

    /** The outcome that this request id had before; another content under the same id is refused. */
    Optional<Outcome> recall(Asked asked) {
        return changes.stream()
                .filter(change -> change.id().equals(asked.id()))
                .findFirst()
                .map(change -> change.content().equals(asked.request().content())
                        ? change.outcome()
                        : new Outcome.Refused(Refusal.IDEMPOTENCY_KEY_REUSED));
    }

    boolean isFullAt(Instant time) {
        return at(time).changes.size() >= CAPACITY;
    }

    /** What is still remembered at this log time. */
    Memory at(Instant time) {
        List<Remembered> kept =
                changes.stream().filter(change -> !time.isAfter(change.until())).toList();
        return new Memory(kept);
    }

    Memory with(Asked asked, Outcome outcome) {
        List<Remembered> more = new ArrayList<>(changes);
        more.add(new Remembered(
                asked.id(), asked.request().content(), outcome, asked.deadline().plus(GRACE)));
        return new Memory(more);
    }
}
