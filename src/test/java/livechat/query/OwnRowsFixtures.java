package livechat.query;

import java.util.HashMap;
import java.util.Map;
import livechat.room.Asked;
import livechat.room.Landed;
import livechat.room.Position;
import livechat.room.Room;
import livechat.store.Applied;
import livechat.store.RowWriter;
import livechat.store.Rows;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Partitions that are here, with rows in memory, for the tests of those who go through them. */
public final class OwnRowsFixtures {

    private final Applied applied = new Applied();
    private final Map<Integer, KeyValueStore<Bytes, byte[]>> stores = new HashMap<>();
    private int offset;

    public OwnRows rows() {
        Copies copies = new Copies(
                partition -> {
                    if (!stores.containsKey(partition)) {
                        throw new InvalidStateStoreException("not here");
                    }
                    return stores.get(partition);
                },
                applied,
                (_, _) -> false);
        return new OwnRows(copies, applied);
    }

    public void fold(int partition, Asked asked) {
        KeyValueStore<Bytes, byte[]> store = stores.computeIfAbsent(partition, p -> {
            applied.taken(p, -1, -1);
            return Stores.inMemoryKeyValueStore("rooms").get();
        });
        Landed landed = new Landed(asked, new Position(partition, 4, offset++, asked.time()));
        new RowWriter(store, _ -> new byte[0]).keep(Room.decide(landed, new Rows(store)));
    }

    /** Up to this offset there is something on the log that is not folded yet. */
    public void comes(int partition, long logEnd) {
        applied.taken(partition, -1, logEnd);
    }

    public void leaves(int partition) {
        applied.left(partition);
    }
}
