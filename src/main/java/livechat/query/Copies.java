package livechat.query;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import livechat.store.Applied;
import livechat.store.Rows;
import livechat.store.Stay;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The copies that are here, each behind a handle that is kept. */
final class Copies {

    private final IntFunction<ReadOnlyKeyValueStore<Bytes, byte[]>> stores;
    private final Applied applied;
    private final Progress progress;
    private final Map<Integer, ReadOnlyKeyValueStore<Bytes, byte[]>> handles = new ConcurrentHashMap<>();

    /** What Kafka Streams itself knows to be done. */
    interface Progress {
        boolean isPast(int partition, long offset);
    }

    /**
     * Reads through interactive queries of version 1; version 2 can deadlock with the fold (KAFKA-19629).
     *
     * @param stores the store of one partition, standbys included, or an InvalidStateStoreException
     */
    Copies(IntFunction<ReadOnlyKeyValueStore<Bytes, byte[]>> stores, Applied applied, Progress progress) {
        this.stores = stores;
        this.applied = applied;
        this.progress = progress;
    }

    /**
     * The fold's own copy.
     *
     * @throws Moved when the partition is not folded here
     */
    Copy active(int partition) {
        Stay stay = applied.stay(partition).orElseThrow(Moved::before);
        return new Copy.Active(stay.rows(store(partition)), stay, offset -> progress.isPast(partition, offset));
    }

    Copy standby(int partition) {
        return new Copy.Standby(new Rows(store(partition)));
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(int partition) {
        return handles.computeIfAbsent(partition, stores::apply);
    }

    void forget(int partition) {
        handles.remove(partition);
    }
}
