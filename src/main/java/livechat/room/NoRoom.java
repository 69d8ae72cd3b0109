package livechat.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** There is no such room, or none yet. */
public enum NoRoom implements Room {
    INSTANCE;

    @Override
    public Decision answer(RoomRequest request, Landed landed, Visitor visitor) {
        return switch (request) {
            case RoomRequested wanted
            when visitor instanceof Stranger && wanted.unknownToken() == UnknownToken.REJECT ->
                Decision.refused(Refusal.INVALID_TOKEN, visitor);
            case RoomRequested wanted -> create(wanted, landed, visitor);
            case CloseRequested _ ->
                Decision.refused(visitor instanceof Stranger ? Refusal.INVALID_TOKEN : Refusal.INVALID_ROOM, visitor);
        };
    }

    private static Decision create(RoomRequested wanted, Landed landed, Visitor visitor) {
        Instant time = landed.asked().time();
        List<Event> events = new ArrayList<>();
        KnownVisitor host = visitor.introduced(wanted, landed);
        if (!host.equals(visitor)) {
            events.add(new Event.VisitorRegistered(host, time));
        }
        OpenRoom created = OpenRoom.of(host, wanted, time);
        events.add(new Event.RoomCreated(created));
        OpenRoom room =
                wanted.agent().map(agent -> created.servedBy(agent, time)).orElse(created);
        if (!room.equals(created)) {
            events.add(new Event.AgentAssigned(room));
        }
        return new Decision(new Outcome.Created(room.id()), room, events);
    }
}
