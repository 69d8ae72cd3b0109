package livechat.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import livechat.room.Change;
import livechat.room.ClosedRoom;
import livechat.room.KnownVisitor;
import livechat.room.NoRoom;
import livechat.room.OpenRoom;
import livechat.room.Room;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/** Writes one partition's rows; only the fold has one. */
public final class RowWriter {

    private final KeyValueStore<Bytes, byte[]> store;

    public RowWriter(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** All rows of a change at once: whoever goes through them meanwhile finds a room open or closed, never both or neither. */
    public void keep(Change change) {
        List<KeyValue<Bytes, byte[]>> rows = new ArrayList<>();
        if (change.after() instanceof KnownVisitor visitor && !visitor.equals(change.before())) {
            rows.add(KeyValue.pair(Rows.key(visitor.token()), RowCodec.write(visitor)));
        }
        if (change.decision().isChange()) {
            row(change.decision().room()).ifPresent(rows::add);
        }
        store.putAll(rows);
    }

    /** Written last: a copy whose offset row says n holds all of n. */
    public void applied(long offset) {
        store.put(Rows.APPLIED, ByteBuffer.allocate(Long.BYTES).putLong(offset).array());
    }

    private static Optional<KeyValue<Bytes, byte[]>> row(Room room) {
        return switch (room) {
            case OpenRoom open ->
                Optional.of(KeyValue.pair(
                        Rows.key(open.id()),
                        RowCodec.write(new RoomRow.Open(open.visitor().token()))));
            case ClosedRoom closed ->
                Optional.of(KeyValue.pair(Rows.key(closed.was().id()), RowCodec.write(new RoomRow.Closed(closed))));
            // A change without a room (there is none yet) leaves nothing under a room's id.
            case NoRoom _ -> Optional.empty();
        };
    }
}
