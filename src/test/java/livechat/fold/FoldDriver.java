package livechat.fold;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import livechat.log.Partitions;
import livechat.ops.Meters;
import livechat.store.Applied;
import livechat.store.Outcomes;
import livechat.store.RoomStore;
import livechat.store.Rows;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The fold of a log with one partition, as Kafka Streams runs it, without a broker. */
final class FoldDriver implements AutoCloseable {

    private final TopologyTestDriver driver;

    private FoldDriver(TopologyTestDriver driver) {
        this.driver = driver;
    }

    static FoldDriver of(Path stateDir) {
        Applied applied = new Applied();
        Surroundings around = new Surroundings(
                new Partitions(1),
                (_, _) -> new Arrival(-1, -1),
                applied,
                new Outcomes(10, applied),
                new Meters(new SimpleMeterRegistry()));
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        return new FoldDriver(
                new TopologyTestDriver(new RoomTopology(() -> new RoomProcessor(around)).get(), settings));
    }

    void pipe(ProducerRecord<byte[], byte[]> record, Instant time) {
        driver.createInputTopic(record.topic(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), time));
    }

    List<TestRecord<String, String>> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new StringDeserializer())
                .readRecordsToList();
    }

    Rows rows() {
        return new Rows(driver.getKeyValueStore(RoomStore.NAME));
    }

    /** All rows as text, so that a failing comparison can be read. */
    Map<String, String> dump() {
        Map<String, String> rows = new TreeMap<>();
        try (var all = driver.<Bytes, byte[]>getKeyValueStore(RoomStore.NAME).all()) {
            all.forEachRemaining(row -> rows.put(row.key.toString(), new String(row.value, UTF_8)));
        }
        return rows;
    }

    @Override
    public void close() {
        driver.close();
    }
}
