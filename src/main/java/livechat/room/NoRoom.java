package livechat.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** There is no such room, or none yet. */
public enum NoRoom implements Room {
    INSTANCE;

    @Override
    public Decision answer(RoomRequest request, Matter matter) {
        return switch (request) {
            case RoomRequested wanted
            when matter.visitor() instanceof Stranger && wanted.unknownToken() == UnknownToken.REJECT ->
                matter.refuse(Refusal.INVALID_TOKEN);
            case RoomRequested wanted -> create(wanted, matter);
            case AddressedRequest _ -> matter.refuseUnknown();
        };
    }

    private static Decision create(RoomRequested wanted, Matter matter) {
        Instant time = matter.time();
        List<Event> events = new ArrayList<>();
        KnownVisitor host = matter.visitor().introduced(wanted, matter.landed());
        if (!host.equals(matter.visitor())) {
            events.add(new Event.VisitorRegistered(host, time));
        }
        OpenRoom created = OpenRoom.of(host, wanted, time);
        events.add(new Event.RoomCreated(created));
        OpenRoom room = wanted.agent().map(created::servedBy).orElse(created);
        if (!room.equals(created)) {
            events.add(new Event.AgentAssigned(room));
        }
        return new Decision(new Outcome.Created(room.id()), room, events);
    }
}
