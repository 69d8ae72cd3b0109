package livechat.room;

import java.util.List;

/**
 * The answer to a request and the events that lead there.
 *
 * @param room the room that the outcome is about, as it is afterwards
 */
public record Decision(Outcome outcome, Room room, List<Event> events) {

    public static final String CHANGED = "changed";
    public static final String UNCHANGED = "unchanged";

    public Decision {
        events = List.copyOf(events);
    }

    static Decision unchanged(Outcome outcome, Room room) {
        return new Decision(outcome, room, List.of());
    }

    static Decision refused(Refusal refusal, Visitor visitor) {
        Event refused = new Event.RequestRefused(refusal, visitor.knownId());
        return new Decision(new Outcome.Refused(refusal), NoRoom.INSTANCE, List.of(refused));
    }

    /** Whether there is something else than before. */
    public boolean isChange() {
        return !events.isEmpty() && !(outcome instanceof Outcome.Refused);
    }

    /** What became of the request, in one word: whether it changed something, or the code of its refusal. */
    public String word() {
        if (outcome instanceof Outcome.Refused refused) {
            return refused.refusal().code();
        }
        return isChange() ? CHANGED : UNCHANGED;
    }
}
