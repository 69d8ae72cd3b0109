package livechat.query;

import java.util.Set;
import java.util.function.Consumer;
import livechat.room.Room;
import livechat.store.Applied;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** What a scan goes through: the rows that are here and have caught up with the log. */
final class KeptRows implements RoomScan.Source {

    private final LocalRows local;
    private final Applied applied;

    KeptRows(LocalRows local, Applied applied) {
        this.local = local;
        this.applied = applied;
    }

    @Override
    public Set<Integer> partitions() {
        return applied.readable();
    }

    @Override
    public boolean forEachRoom(int partition, Consumer<Room> watcher, Patience patience) {
        try {
            local.rows(partition).forEachRoom(watcher);
            return applied.readable().contains(partition);
        } catch (InvalidStateStoreException moving) {
            local.forget(partition);
            return false;
        }
    }
}
