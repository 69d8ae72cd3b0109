package livechat.room;

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
    public KnownVisitor introduced(RoomRequested request, Position at) {
        return new KnownVisitor(token, request.visitorId(), "guest-" + at.unique(), Optional.empty(), Memory.EMPTY);
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
