package livechat.room;

/** The rules. A visitor's room is none, open or closed: each state answers for itself, and what it refuses is read there. */
public sealed interface Room permits NoRoom, OpenRoom, ClosedRoom {

    /** What this room, as it is, says to a request that nothing else stands against. */
    Decision answer(RoomRequest request, Landed landed, Visitor visitor);

    /**
     * What a request leads to. Its memory is asked first, so that a retry gets the outcome of the first try however late
     * it lands; then its deadline; then the room or the visitor.
     */
    static Change decide(Landed landed, Ledger ledger) {
        Asked asked = landed.asked();
        Visitor visitor = ledger.visitor(asked.request().token());
        Decision decision = visitor.memory()
                .recall(asked)
                .map(outcome -> Decision.unchanged(outcome, shown(outcome, visitor, ledger)))
                .orElseGet(() -> decideAnew(landed, visitor, ledger));
        return new Change(visitor, visitor.after(landed, decision), decision);
    }

    private static Decision decideAnew(Landed landed, Visitor visitor, Ledger ledger) {
        if (landed.isLate()) {
            return Decision.refused(Refusal.LATE, visitor);
        }
        Decision decision = switch (landed.asked().request()) {
            case RoomRequest request -> addressed(request, visitor, ledger).answer(request, landed, visitor);
            case RegistrationRequested request -> visitor.register(request, landed);
            case ReadRequested _ -> Decision.unchanged(new Outcome.Read(), NoRoom.INSTANCE);
        };
        if (decision.outcome() instanceof Outcome.Created created && ledger.hasRoom(created.roomId())) {
            return Decision.refused(Refusal.INVALID_ROOM, visitor); // An id stands for one room, for ever.
        }
        return decision.isChange() && visitor.memory().isFullAt(landed.at().time())
                ? Decision.refused(Refusal.BUSY, visitor)
                : decision;
    }

    private static Room addressed(RoomRequest request, Visitor visitor, Ledger ledger) {
        return switch (request) {
            case RoomRequested _ -> visitor.room();
            case CloseRequested close -> ledger.find(close.roomId(), visitor);
        };
    }

    private static Room shown(Outcome outcome, Visitor visitor, Ledger ledger) {
        return switch (outcome) {
            case Outcome.Created created -> ledger.find(created.roomId(), visitor);
            case Outcome.Found found -> ledger.find(found.roomId(), visitor);
            case Outcome.Closed closed -> ledger.find(closed.roomId(), visitor);
            case Outcome.Registered _, Outcome.Read _, Outcome.Refused _ -> NoRoom.INSTANCE;
        };
    }
}
