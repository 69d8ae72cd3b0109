package livechat.cluster;

import java.util.Optional;
import livechat.room.Decision;
import livechat.room.Landed;
import livechat.room.OpenRoom;
import livechat.room.Outcome;
import livechat.room.Room;

/**
 * What one request on the log did to its visitor.
 *
 * @param appended when the broker appended it, in milliseconds
 * @param open the room that is open afterwards
 */
record Step(long appended, Optional<Outcome> outcome, boolean isChange, Optional<String> open) {

    /** Before the first request. */
    static final Step NONE = new Step(Long.MIN_VALUE, Optional.empty(), false, Optional.empty());

    static Step of(Landed landed, Decision decision, Room afterwards) {
        Optional<String> open =
                afterwards instanceof OpenRoom room ? Optional.of(room.id().value()) : Optional.empty();
        return new Step(landed.at().time().toEpochMilli(), Optional.of(decision.outcome()), decision.isChange(), open);
    }

    /** Whether this request, or a read right after it, can have been answered so. */
    boolean explains(Operation operation) {
        return switch (operation.answer()) {
            case Answer.Created created ->
                created().filter(created.roomId()::equals).isPresent();
            case Answer.Closed closed ->
                closed().filter(closed.roomId()::equals).isPresent();
            case Answer.Found found -> open.filter(found.roomId()::equals).isPresent();
            case Answer.Said said -> open.filter(said.roomId()::equals).isPresent();
            case Answer.Nothing _ -> open.isEmpty();
            case Answer.Refused _ -> open.isEmpty() || !operation.mentions(open.get());
            case Answer.Noted _, Answer.Unknown _ -> true;
        };
    }

    /** The room that it created. */
    Optional<String> created() {
        return outcome.filter(_ -> isChange)
                .map(done -> done instanceof Outcome.Created created
                        ? created.roomId().value()
                        : null);
    }

    /** The room that it closed. */
    Optional<String> closed() {
        return outcome.filter(_ -> isChange)
                .map(done ->
                        done instanceof Outcome.Closed closed ? closed.roomId().value() : null);
    }
}
