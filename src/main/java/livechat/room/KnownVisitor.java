package livechat.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A visitor whom the log has registered.
 *
 * @param openRoom the open room, whole: so a read is one get, and there cannot be two
 */
public record KnownVisitor(
        Token token,
        VisitorId id,
        String username,
        Profile profile,
        Instant registeredAt,
        Instant updatedAt,
        Optional<OpenRoom> openRoom,
        Memory memory)
        implements Visitor {

    public String displayName() {
        return profile.name().orElse(username);
    }

    @Override
    public Room room() {
        return openRoom.<Room>map(room -> room).orElse(NoRoom.INSTANCE);
    }

    @Override
    public Optional<VisitorId> knownId() {
        return Optional.of(id);
    }

    @Override
    public KnownVisitor introduced(RoomRequested request, Landed landed) {
        return this;
    }

    @Override
    public Decision register(RegistrationRequested request, Landed landed) {
        Outcome outcome = new Outcome.Registered(id);
        Profile now = profile.with(request.said(), request.onlyIfAbsent());
        return now.equals(profile)
                ? Decision.unchanged(outcome, NoRoom.INSTANCE)
                : update(outcome, now, landed.asked().time());
    }

    /** A room that shows the visitor under another name now has changed too. */
    private Decision update(Outcome outcome, Profile now, Instant time) {
        KnownVisitor updated = new KnownVisitor(token, id, username, now, registeredAt, time, openRoom, memory);
        String name = updated.displayName();
        Optional<OpenRoom> renamed =
                openRoom.filter(room -> !room.displayName().equals(name)).map(room -> room.named(name, time));
        Event event =
                new Event.VisitorUpdated(renamed.map(updated::withOpenRoom).orElse(updated), time);
        return new Decision(outcome, renamed.<Room>map(room -> room).orElse(NoRoom.INSTANCE), List.of(event));
    }

    @Override
    public Visitor apply(Event event) {
        return switch (event) {
            case Event.RoomCreated created -> withOpenRoom(created.room());
            case Event.AgentAssigned assigned -> withOpenRoom(assigned.room());
            case Event.RoomClosed _ -> withOpenRoom(Optional.empty());
            case Event.VisitorUpdated updated -> updated.visitor().withMemory(memory);
            case Event.VisitorRegistered _, Event.RequestRefused _ -> this;
        };
    }

    @Override
    public Visitor withMemory(Memory memory) {
        return new KnownVisitor(token, id, username, profile, registeredAt, updatedAt, openRoom, memory);
    }

    private KnownVisitor withOpenRoom(OpenRoom room) {
        return withOpenRoom(Optional.of(room));
    }

    private KnownVisitor withOpenRoom(Optional<OpenRoom> room) {
        return new KnownVisitor(token, id, username, profile, registeredAt, updatedAt, room, memory);
    }
}
