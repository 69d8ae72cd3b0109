package livechat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedMemoryTests {

    private static final int PARTITIONS = 24;
    private static final int ROWS = 400;

    @TempDir
    private Path directory;

    private List<KeyValueStore<Bytes, byte[]>> stores = List.of();

    @AfterEach
    void close() {
        stores.forEach(KeyValueStore::close);
    }

    /** As a fold that starts over does: it takes a thousand requests of one partition, then those of the next one. */
    @Test
    void partitionsThatAreWrittenToInTurnDoNotMakeEachOtherFlush() throws IOException {
        stores = IntStream.range(0, PARTITIONS).mapToObj(this::store).toList();

        for (int round = 0; round < 2; round++) {
            for (KeyValueStore<Bytes, byte[]> store : stores) {
                fill(store, round * ROWS);
            }
        }

        assertThat(flushed()).isEmpty();
    }

    @Test
    void aStoreFlushesWhenItsOwnBufferIsFull() throws IOException {
        stores = List.of(store(0));

        for (int round = 0; round < 8; round++) {
            fill(stores.getFirst(), round * ROWS);
        }

        assertThat(flushed()).isNotEmpty();
    }

    private KeyValueStore<Bytes, byte[]> store(int partition) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "memory");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class.getName());
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>(
                settings,
                new TaskId(0, partition),
                directory.resolve(String.valueOf(partition)).toFile());
        KeyValueStore<Bytes, byte[]> store =
                RoomStore.builder().withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        return store;
    }

    /** Half a megabyte, as rows are. */
    private static void fill(KeyValueStore<Bytes, byte[]> store, int from) {
        for (int i = from; i < from + ROWS; i++) {
            store.put(Bytes.wrap(("row" + i).getBytes(StandardCharsets.UTF_8)), new byte[1300]);
        }
    }

    private List<Path> flushed() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".sst")).toList();
        }
    }
}
