package livechat.room;

import java.util.Optional;

/** What the fold has left behind so far, as far as one request may see it. */
public interface Ledger {

    Visitor visitor(Token token);

    Optional<ClosedRoom> closedRoom(RoomId id);

    /** Whether there is a room of this id, open or closed, whoever's it is. */
    boolean hasRoom(RoomId id);

    /** The visitor's own room of this id; another visitor's cannot be told from none. */
    default Room find(RoomId id, Visitor visitor) {
        if (visitor.room() instanceof OpenRoom open && open.id().equals(id)) {
            return open;
        }
        Optional<Room> closed = closedRoom(id)
                .filter(room -> room.was().visitor().token().equals(visitor.token()))
                .map(room -> room);
        return closed.orElse(NoRoom.INSTANCE);
    }
}
