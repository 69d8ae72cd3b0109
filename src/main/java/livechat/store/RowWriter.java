package livechat.store;

import java.nio.ByteBuffer;
import livechat.room.Change;
import livechat.room.ClosedRoom;
import livechat.room.KnownVisitor;
import livechat.room.NoRoom;
import livechat.room.OpenRoom;
import livechat.room.Room;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Writes one partition's rows; only the fold has one. */
public final class RowWriter {

    private final KeyValueStore<Bytes, byte[]> store;

    public RowWriter(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    public void keep(Change change) {
        if (change.after() instanceof KnownVisitor visitor && !visitor.equals(change.before())) {
            store.put(Rows.key(visitor.token()), RowCodec.write(visitor));
        }
        if (change.decision().isChange()) {
            keep(change.decision().room());
        }
    }

    /** Written last: a copy whose offset row says n holds all of n. */
    public void applied(long offset) {
        store.put(Rows.APPLIED, ByteBuffer.allocate(Long.BYTES).putLong(offset).array());
    }

    private void keep(Room room) {
        switch (room) {
            case OpenRoom open ->
                store.put(
                        Rows.key(open.id()),
                        RowCodec.write(new RoomRow.Open(open.visitor().token())));
            case ClosedRoom closed ->
                store.put(Rows.key(closed.was().id()), RowCodec.write(new RoomRow.Closed(closed)));
            case NoRoom _ -> {
                // A change without a room (there is none yet) leaves nothing under a room's id.
            }
        }
    }
}
