package livechat.room;

import java.util.Optional;

/** The rules. A visitor's room is none, open or closed: each state answers for itself, and what it refuses is read there. */
public sealed interface Room permits NoRoom, OpenRoom, ClosedRoom {

    /** What this room, as it is, says to a request that nothing else stands against. */
    Decision answer(RoomRequest request, Matter matter);

    /**
     * What a request leads to. Its memory is asked first, so that a retry gets the outcome of the first try however late
     * it lands; then its deadline; then the room or the visitor.
     */
    static Change decide(Landed landed, Ledger ledger) {
        Visitor visitor = visitor(landed.asked().request().key(), ledger);
        Matter matter = new Matter(landed, visitor, ledger);
        Decision decision = recall(matter)
                .map(outcome -> Decision.unchanged(outcome, shown(outcome, matter)))
                .orElseGet(() -> decideAnew(matter));
        return new Change(visitor, visitor.after(landed, decision), decision);
    }

    private static Visitor visitor(LogKey key, Ledger ledger) {
        return switch (key) {
            case Token token -> ledger.visitor(token);
            case RoomId id -> ledger.owner(id).map(ledger::visitor).orElseGet(() -> Stranger.at(id));
        };
    }

    private static Optional<Outcome> recall(Matter matter) {
        Asked asked = matter.landed().asked();
        return matter.visitor().memory().recall(asked).or(() -> switch (asked.request()) {
            case MessagePosted posted
            when addressed(posted, matter) != NoRoom.INSTANCE -> Talk.recall(posted, matter.ledger());
            case RoomRequest _, VisitorRequest _, ReadRequested _ -> Optional.empty();
        });
    }

    private static Decision decideAnew(Matter matter) {
        Landed landed = matter.landed();
        if (landed.isLate()) {
            return matter.refuse(Refusal.LATE);
        }
        Decision decision = switch (landed.asked().request()) {
            case RoomRequest request -> addressed(request, matter).answer(request, matter);
            case VisitorRequest request -> matter.visitor().answer(request, matter);
            case ReadRequested _ -> Decision.unchanged(new Outcome.Read(), NoRoom.INSTANCE);
        };
        if (decision.outcome() instanceof Outcome.Created created
                && matter.ledger().hasRoom(created.roomId())) {
            return matter.refuse(Refusal.INVALID_ROOM); // An id stands for one room, for ever.
        }
        boolean isTooMuch = decision.isChange()
                && landed.asked().request().isRemembered()
                && matter.visitor().memory().isFullAt(landed.at().time());
        return isTooMuch ? matter.refuse(Refusal.BUSY) : decision;
    }

    private static Room addressed(RoomRequest request, Matter matter) {
        return switch (request) {
            case RoomRequested _ -> matter.visitor().room();
            case AddressedRequest addressed -> find(addressed.room().roomId(), matter);
        };
    }

    private static Room shown(Outcome outcome, Matter matter) {
        return switch (outcome) {
            case Outcome.Created created -> find(created.roomId(), matter);
            case Outcome.Found found -> find(found.roomId(), matter);
            case Outcome.Closed closed -> find(closed.roomId(), matter);
            case Outcome.Changed changed -> find(changed.roomId(), matter);
            case Outcome.Posted posted -> find(posted.roomId(), matter);
            case Outcome.Registered _, Outcome.Noted _, Outcome.Erased _, Outcome.Read _, Outcome.Refused _ ->
                NoRoom.INSTANCE;
        };
    }

    private static Room find(RoomId id, Matter matter) {
        return matter.ledger().find(id, matter.visitor());
    }
}
