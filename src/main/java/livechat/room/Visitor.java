package livechat.room;

import java.util.Optional;

/** A visitor as the log left them. */
public sealed interface Visitor permits Stranger, KnownVisitor {

    Token token();

    /** The one room that a request without a room id is about. */
    Room room();

    Memory memory();

    Optional<VisitorId> knownId();

    /** This visitor as someone who can have a room; a stranger becomes a guest. */
    KnownVisitor introduced(RoomRequested request, Landed landed);

    /** What this visitor, as known so far, says to a request that is no room's. */
    Decision answer(VisitorRequest request, Matter matter);

    /** This visitor after the event. */
    Visitor apply(Event event);

    Visitor withMemory(Memory memory);

    /** This visitor after all that a decision brings: its events, what is remembered now, what is forgotten. */
    default Visitor after(Landed landed, Decision decision) {
        Visitor after = withMemory(memory().at(landed.at().time()));
        for (Event event : decision.events()) {
            after = after.apply(event);
        }
        return decision.isChange()
                ? after.changed(landed.asked(), decision.outcome())
                : after.told(landed.asked(), decision.outcome());
    }

    /** A change is remembered, and is a sign of life. */
    private Visitor changed(Asked asked, Outcome outcome) {
        Visitor seen = seen(asked);
        return asked.request().isRemembered() ? seen.withMemory(memory().withChange(asked, outcome)) : seen;
    }

    /** Who was told that nothing was to be done, or why not, is told the same again; "not now" may be yes another time. */
    private Visitor told(Asked asked, Outcome outcome) {
        boolean isNews = asked.request().isRemembered()
                && !(outcome instanceof Outcome.Refused(Refusal refusal) && refusal.isPassing())
                && memory().recall(asked).isEmpty();
        return isNews && knownId().isPresent() ? withMemory(memory().withOther(asked, outcome)) : this;
    }

    /** This visitor after a sign of life. */
    Visitor seen(Asked asked);
}
