package livechat.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What one visitor's requests led to, as long as they can still be asked again; oldest first.
 *
 * @param changes those that changed something; each is kept as long as a copy of it could do so again
 * @param others those that changed nothing, the newest: a copy that lands after other requests must not change something
 *     either, when somebody has been told that there was nothing to change
 */
public record Memory(List<Remembered> changes, List<Remembered> others) {

    /** So that a visitor's row stays small; nobody changes a room that often within a minute. */
    static final int CAPACITY = 64;

    /** Copies come within seconds, and whoever asks the log for the same thing again and again can do without the oldest. */
    static final int OTHERS = 16;

    /** Longer than the clocks of two brokers differ: a duplicate that lands this much after its deadline is late on any of them. */
    static final Duration GRACE = Duration.ofSeconds(60);

    public static final Memory EMPTY = new Memory(List.of(), List.of());

    public Memory {
        changes = List.copyOf(changes);
        others = List.copyOf(others);
    }

    /** The outcome that this request id had before; another content under the same id is refused. */
    Optional<Outcome> recall(Asked asked) {
        return Stream.concat(changes.stream(), others.stream())
                .filter(before -> before.id().equals(asked.id()))
                .findFirst()
                .map(before -> before.content().equals(asked.request().content())
                        ? before.outcome()
                        : new Outcome.Refused(Refusal.IDEMPOTENCY_KEY_REUSED));
    }

    boolean isFullAt(Instant time) {
        return at(time).changes.size() >= CAPACITY;
    }

    /** What is still remembered at this log time. */
    Memory at(Instant time) {
        Predicate<Remembered> isKept = before -> !time.isAfter(before.until());
        return new Memory(
                changes.stream().filter(isKept).toList(),
                others.stream().filter(isKept).toList());
    }

    Memory withChange(Asked asked, Outcome outcome) {
        return new Memory(with(changes, asked, outcome).toList(), others);
    }

    Memory withOther(Asked asked, Outcome outcome) {
        return new Memory(
                changes,
                with(others, asked, outcome)
                        .skip(others.size() < OTHERS ? 0 : 1)
                        .toList());
    }

    private static Stream<Remembered> with(List<Remembered> before, Asked asked, Outcome outcome) {
        Instant until = asked.deadline().plus(GRACE);
        return Stream.concat(
                before.stream(),
                Stream.of(new Remembered(asked.id(), asked.request().content(), outcome, until)));
    }
}
