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

    /** What this visitor, as known so far, answers to who they say they are. */
    Decision register(RegistrationRequested request, Landed landed);

    /** This visitor after the event. */
    Visitor apply(Event event);

    Visitor withMemory(Memory memory);

    /** This visitor after all that a decision brings: its events, what is remembered now, what is forgotten. */
    default Visitor after(Landed landed, Decision decision) {
        Visitor after = withMemory(memory().at(landed.at().time()));
        for (Event event : decision.events()) {
            after = after.apply(event);
        }
        return decision.isChange() ? after.withMemory(after.memory().with(landed.asked(), decision.outcome())) : after;
    }
}
