package livechat.store;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.StateStoreProvider;

/** The one store of a partition: visitors, rooms and the offset they stand for change together. */
public final class RoomStore {

    /** Also names the changelog topic: renaming it loses the state. */
    public static final String NAME = "rooms";

    /** Small and young segments, because only closed ones are compacted and a restore reads what is left. */
    private static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.SEGMENT_BYTES_CONFIG, String.valueOf(64 * 1024 * 1024),
            TopicConfig.SEGMENT_MS_CONFIG, String.valueOf(60 * 60 * 1000));

    private RoomStore() {}

    /** No record cache: a row has to be readable as soon as its request is folded. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG)
                .withCachingDisabled();
    }

    /** For interactive queries of one partition. */
    public static QueryableStoreType<ReadOnlyKeyValueStore<Bytes, byte[]>> itself() {
        return new Itself();
    }

    /**
     * Without the usual composite, which looks through all tasks of all threads at each read. Once its task is gone the
     * store says that it is closed, and has to be looked up again.
     */
    private static final class Itself implements QueryableStoreType<ReadOnlyKeyValueStore<Bytes, byte[]>> {

        @Override
        public boolean accepts(StateStore store) {
            return store instanceof ReadOnlyKeyValueStore;
        }

        @Override
        public ReadOnlyKeyValueStore<Bytes, byte[]> create(StateStoreProvider stores, String name) {
            return stores.stores(name, this).getFirst();
        }
    }
}
