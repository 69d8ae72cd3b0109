package livechat.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Properties;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The store of a partition on a disk, with the product's settings, but without brokers: so without its changelog. */
public final class DiskStore<K, V> implements AutoCloseable {

    private final MockProcessorContext<K, V> context =
            new MockProcessorContext<>(settings(), new TaskId(0, 0), directory());
    private final KeyValueStore<Bytes, byte[]> rows =
            RoomStore.builder().withLoggingDisabled().build();

    public DiskStore() {
        rows.init(context.getStateStoreContext(), rows);
        context.addStateStore(rows);
    }

    public KeyValueStore<Bytes, byte[]> rows() {
        return rows;
    }

    /** What a processor sees of Kafka Streams. */
    public MockProcessorContext<K, V> context() {
        return context;
    }

    @Override
    public void close() {
        rows.close();
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class.getName());
        return settings;
    }

    /** Whoever starts this process says where temporary files go, and removes them. */
    private static File directory() {
        try {
            return Files.createTempDirectory("rows").toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
