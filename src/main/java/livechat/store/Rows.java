package livechat.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import livechat.room.ClosedRoom;
import livechat.room.KnownVisitor;
import livechat.room.Ledger;
import livechat.room.Room;
import livechat.room.RoomId;
import livechat.room.Stranger;
import livechat.room.Token;
import livechat.room.Visitor;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** One partition's rows as they are read: visitors by token, rooms by id, and the offset that all of it stands for. */
public final class Rows implements Ledger {

    private static final char VISITOR = 'v';
    private static final char ROOM = 'r';

    static final Bytes APPLIED = key('o', "");

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;

    public Rows(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    @Override
    public Visitor visitor(Token token) {
        byte[] row = store.get(key(token));
        return row == null ? new Stranger(token) : RowCodec.read(row, KnownVisitor.class);
    }

    /** A room of this partition that is over; an open one is in its visitor's row. */
    @Override
    public Optional<ClosedRoom> closedRoom(RoomId id) {
        byte[] row = store.get(key(id));
        return row != null && RowCodec.read(row, RoomRow.class) instanceof RoomRow.Closed closed
                ? Optional.of(closed.room())
                : Optional.empty();
    }

    @Override
    public boolean hasRoom(RoomId id) {
        return store.get(key(id)) != null;
    }

    /** Shows all rooms as they were at one moment, each once: the closed ones in rows of their own, the open in their visitors'. */
    public void forEachRoom(Consumer<Room> watcher) {
        try (KeyValueIterator<Bytes, byte[]> rows = store.all()) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                room(row.key.get()[0], row.value).ifPresent(watcher);
            }
        }
    }

    private static Optional<Room> room(byte kind, byte[] row) {
        return switch (kind) {
            case VISITOR -> RowCodec.read(row, KnownVisitor.class).openRoom().map(room -> room);
            case ROOM ->
                RowCodec.read(row, RoomRow.class) instanceof RoomRow.Closed closed
                        ? Optional.of(closed.room())
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The offset of the last request in these rows; -1 when there is none. */
    public long applied() {
        byte[] row = store.get(APPLIED);
        return row == null ? -1 : ByteBuffer.wrap(row).getLong();
    }

    static Bytes key(Token token) {
        return key(VISITOR, token.value());
    }

    static Bytes key(RoomId id) {
        return key(ROOM, id.value());
    }

    private static Bytes key(char kind, String text) {
        return Bytes.wrap((kind + text).getBytes(StandardCharsets.UTF_8));
    }
}
