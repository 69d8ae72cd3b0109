package livechat.query;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import livechat.store.Applied;
import livechat.store.Rows;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The rows of the partitions that are here, each behind a handle that is kept. */
final class LocalRows {

    private final IntFunction<ReadOnlyKeyValueStore<Bytes, byte[]>> stores;
    private final Applied applied;
    private final Map<Integer, Rows> handles = new ConcurrentHashMap<>();

    /**
     * Reads through interactive queries of version 1; version 2 can deadlock with the fold (KAFKA-19629).
     *
     * @param stores the store of one partition, or an InvalidStateStoreException
     */
    LocalRows(IntFunction<ReadOnlyKeyValueStore<Bytes, byte[]>> stores, Applied applied) {
        this.stores = stores;
        this.applied = applied;
    }

    /** Waits until the partition is here and has folded all that was on the log when it came. */
    void await(int partition, Duration patience) throws InterruptedException {
        if (!applied.await(partition, patience)) {
            throw new RoomsUnavailable("partition " + partition + " is not ready here");
        }
    }

    Rows rows(int partition) {
        return handles.computeIfAbsent(partition, p -> new Rows(stores.apply(p)));
    }

    void forget(int partition) {
        handles.remove(partition);
    }
}
