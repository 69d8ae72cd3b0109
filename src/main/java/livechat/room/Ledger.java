package livechat.room;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the fold has left behind so far, as far as one request may see it. */
public interface Ledger {

    Visitor visitor(Token token);

    /** Whose room this is, open or closed; absent when there is no such room. */
    Optional<Token> owner(RoomId id);

    Optional<ClosedRoom> closedRoom(RoomId id);

    /** All rooms of the visitor that were ever closed, also those that are forgotten; in the order of their ids. */
    List<RoomId> closedRooms(Token token);

    Optional<KeptMessage> message(RoomId id, MessageId messageId);

    /** Asks something of the room's messages, which come newest first; the stream ends with the question. */
    <T> T messages(RoomId id, Function<Stream<Message>, T> question);

    /** Whether there is a room of this id, open or closed, whoever's it is. */
    default boolean hasRoom(RoomId id) {
        return owner(id).isPresent();
    }

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
