package livechat.room;

import java.util.List;

/** There is no such room, or none yet. */
public enum NoRoom implements Room {
    INSTANCE;

    @Override
    public Decision answer(Landed landed, Visitor visitor) {
        return switch (landed.asked().request()) {
            case RoomRequested wanted -> create(wanted, landed, visitor);
            case CloseRequested _ ->
                Decision.refused(visitor instanceof Stranger ? Refusal.INVALID_TOKEN : Refusal.INVALID_ROOM, visitor);
        };
    }

    private static Decision create(RoomRequested wanted, Landed landed, Visitor visitor) {
        KnownVisitor host = visitor.introduced(wanted, landed.at());
        OpenRoom room = OpenRoom.of(host, wanted, landed.asked().time());
        Event created = new Event.RoomCreated(room);
        List<Event> events = host.equals(visitor)
                ? List.of(created)
                : List.of(new Event.VisitorRegistered(host, room.ts()), created);
        return new Decision(new Outcome.Created(room.id()), room, events);
    }
}
