package livechat.room;

import java.util.List;
import java.util.Optional;

/**
 * Nobody has seen this token yet, or what was known of its visitor is gone.
 *
 * @param memory of who was erased: a retry of what they asked before must not bring them back
 */
public record Stranger(Token token, Memory memory) implements Visitor {

    public Stranger(Token token) {
        this(token, Memory.EMPTY);
    }

    /** Nobody has a room of this id, so its visitor is as unknown as one can be. */
    static Stranger at(RoomId id) {
        return new Stranger(new Token(id.value()));
    }

    @Override
    public Room room() {
        return NoRoom.INSTANCE;
    }

    @Override
    public Optional<VisitorId> knownId() {
        return Optional.empty();
    }

    @Override
    public KnownVisitor introduced(RoomRequested request, Landed landed) {
        return KnownVisitor.of(this, request.visitorId(), guest(landed), landed);
    }

    @Override
    public Decision answer(VisitorRequest request, Matter matter) {
        return switch (request) {
            case RegistrationRequested registration -> register(registration, matter.landed());
            case ErasureRequested _ -> erase(matter);
            case CustomFieldsRequested _, VisitorStatusReported _, VisitorExpired _ -> matter.refuseUnknown();
        };
    }

    private Decision register(RegistrationRequested request, Landed landed) {
        String username = request.username().orElseGet(() -> guest(landed));
        KnownVisitor visitor =
                KnownVisitor.of(this, request.visitorId(), username, landed).saying(request.said());
        List<Event> events = List.of(new Event.VisitorRegistered(visitor, visitor.updatedAt()));
        return new Decision(new Outcome.Registered(visitor.id()), NoRoom.INSTANCE, events);
    }

    /** Of a visitor who was forgotten, published rooms may be left. */
    private Decision erase(Matter matter) {
        List<RoomId> rooms = matter.ledger().closedRooms(token);
        return rooms.isEmpty()
                ? matter.refuseUnknown()
                : new Decision(
                        new Outcome.Erased(Optional.empty()),
                        NoRoom.INSTANCE,
                        List.of(new Event.VisitorErased(token, Optional.empty(), rooms)));
    }

    private static String guest(Landed landed) {
        return "guest-" + landed.at().unique();
    }

    @Override
    public Visitor apply(Event event) {
        return event instanceof Event.VisitorRegistered registered
                ? registered.visitor().withMemory(memory)
                : this;
    }

    @Override
    public Visitor withMemory(Memory memory) {
        return new Stranger(token, memory);
    }

    @Override
    public Visitor seen(Asked asked) {
        return this;
    }
}
