package livechat.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Nobody has seen this token yet. */
public record Stranger(Token token) implements Visitor {

    @Override
    public Room room() {
        return NoRoom.INSTANCE;
    }

    @Override
    public Memory memory() {
        return Memory.EMPTY;
    }

    @Override
    public Optional<VisitorId> knownId() {
        return Optional.empty();
    }

    @Override
    public KnownVisitor introduced(RoomRequested request, Landed landed) {
        return known(request.visitorId(), guest(landed), Profile.EMPTY, landed);
    }

    @Override
    public Decision register(RegistrationRequested request, Landed landed) {
        String username = request.username().orElseGet(() -> guest(landed));
        KnownVisitor visitor = known(request.visitorId(), username, request.said(), landed);
        List<Event> events = List.of(new Event.VisitorRegistered(visitor, visitor.updatedAt()));
        return new Decision(new Outcome.Registered(visitor.id()), NoRoom.INSTANCE, events);
    }

    private KnownVisitor known(VisitorId id, String username, Profile profile, Landed landed) {
        Instant time = landed.asked().time();
        return new KnownVisitor(token, id, username, profile, time, time, Optional.empty(), Memory.EMPTY);
    }

    private static String guest(Landed landed) {
        return "guest-" + landed.at().unique();
    }

    @Override
    public Visitor apply(Event event) {
        return event instanceof Event.VisitorRegistered registered ? registered.visitor() : this;
    }

    /** There is nothing that a stranger could have changed. */
    @Override
    public Visitor withMemory(Memory memory) {
        return this;
    }
}
