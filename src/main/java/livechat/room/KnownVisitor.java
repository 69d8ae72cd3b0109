package livechat.room;

import java.util.Optional;

/**
 * A visitor whom the log has registered.
 *
 * @param openRoom the open room, whole: so a read is one get, and there cannot be two
 */
public record KnownVisitor(Token token, VisitorId id, String username, Optional<OpenRoom> openRoom, Memory memory)
        implements Visitor {

    @Override
    public Room room() {
        return openRoom.<Room>map(room -> room).orElse(NoRoom.INSTANCE);
    }

    @Override
    public Optional<VisitorId> knownId() {
        return Optional.of(id);
    }

    @Override
    public KnownVisitor introduced(RoomRequested request, Position at) {
        return this;
    }

    @Override
    public Visitor apply(Event event) {
        return switch (event) {
            case Event.RoomCreated created -> withOpenRoom(Optional.of(created.room()));
            case Event.RoomClosed _ -> withOpenRoom(Optional.empty());
            case Event.VisitorRegistered _, Event.RequestRefused _ -> this;
        };
    }

    @Override
    public Visitor withMemory(Memory memory) {
        return new KnownVisitor(token, id, username, openRoom, memory);
    }

    private KnownVisitor withOpenRoom(Optional<OpenRoom> room) {
        return new KnownVisitor(token, id, username, room, memory);
    }
}
