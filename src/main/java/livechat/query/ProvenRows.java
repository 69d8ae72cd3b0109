package livechat.query;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import livechat.room.Room;
import livechat.store.Applied;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** What a scan goes through: the fold's own copies, each as new as its log was when the scan came to it. */
final class ProvenRows implements RoomScan.Source {

    /** For a proof, which takes milliseconds: a partition whose leader is silent must not hold up the others. */
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final Copies copies;
    private final ReadIndex index;
    private final Applied applied;

    ProvenRows(Copies copies, ReadIndex index, Applied applied) {
        this.copies = copies;
        this.index = index;
        this.applied = applied;
    }

    @Override
    public Set<Integer> partitions() {
        return applied.partitions();
    }

    @Override
    public boolean forEachRoom(int partition, Consumer<Room> watcher, Patience patience) throws InterruptedException {
        try {
            Copy copy = copies.active(partition);
            long end = index.ask(partition).get(patience.atMost(MOMENT).left().toNanos(), TimeUnit.NANOSECONDS);
            if (!copy.await(end, patience.atMost(MOMENT).left()) || !copy.stillHas(end)) {
                return false;
            }
            copy.rows().forEachRoom(watcher);
            return copy.stillHas(end);
        } catch (InvalidStateStoreException moving) {
            copies.forget(partition);
            return false;
        } catch (Moved | ExecutionException | TimeoutException notNow) {
            return false;
        }
    }
}
