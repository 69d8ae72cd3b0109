package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import livechat.log.RequestCodec;
import livechat.log.RequestRecords;
import livechat.room.ClosedRoom;
import livechat.room.Decision;
import livechat.room.History;
import livechat.room.InMemoryLedger;
import livechat.room.OpenRoom;
import livechat.room.Outcome;
import livechat.room.Position;
import livechat.room.RoomId;
import livechat.room.Token;
import livechat.store.Rows;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A random life of many visitors over a real broker: what is in the store's changelog at its end is what the pure fold
 * over plain maps makes of the same log. {@code -Dlivechat.seed=} repeats a run.
 */
@Timeout(300)
class RandomLivesIT {

    private static final int VISITORS = 1000;
    private static final int REQUESTS = 15_000;
    private static final int PARTITIONS = 4;
    private static final History ALL = new History(Optional.empty(), Optional.empty(), 0, Integer.MAX_VALUE);

    private final long seed =
            Long.getLong("livechat.seed", RandomGenerator.getDefault().nextLong(1_000_000_000));
    private final Map<Integer, InMemoryLedger> pure = new TreeMap<>();
    private final Map<Integer, KeyValueStore<Bytes, byte[]>> stored = new HashMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final RandomLives lives = new RandomLives(seed, VISITORS);

    @TempDir
    private Path directory;

    @Test
    void endsAsThePureFoldDoes() throws Exception {
        try (ServiceProcess service =
                ServiceProcess.start(ServiceProcess.place(directory)).awaitReady()) {
            live(service.brokers());
            TopicReader topics = new TopicReader(service.brokers());
            topics.read("livechat.room.requests").forEach(message -> fold(message.raw()));
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertIsThere(topics));
            compare();
            assertThat(topics.read("livechat.dead-letters")).isEmpty();
        }
        assertThat(outcomes)
                .as("seed %d", seed)
                .containsKeys("Created", "Found", "Closed", "Changed", "Posted", "Erased", "LATE", "INVALID_ROOM")
                .containsKeys("ROOM_CLOSED", "MOVED_ON", "ROOM_TAKEN", "NOT_THE_WRITER");
    }

    private void live(String brokers) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < REQUESTS; i++) {
                Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                producer.send(RequestRecords.of(lives.next(now), PARTITIONS));
            }
        }
    }

    private void fold(ConsumerRecord<byte[], byte[]> record) {
        Position at =
                new Position(record.partition(), PARTITIONS, record.offset(), Instant.ofEpochMilli(record.timestamp()));
        Decision decision = pure.computeIfAbsent(record.partition(), _ -> new InMemoryLedger())
                .fold(RequestCodec.read(record.headers(), record.key(), record.value(), at));
        String outcome = decision.outcome() instanceof Outcome.Refused(var refusal)
                ? refusal.name()
                : decision.outcome().getClass().getSimpleName();
        outcomes.merge(outcome, 1, Integer::sum);
    }

    /** The store of each partition, as whoever takes it over restores it. */
    private void assertIsThere(TopicReader topics) {
        stored.clear();
        long requests = topics.requests();
        topics.read("livechat-rooms-changelog").stream()
                .map(TopicReader.Message::raw)
                .forEach(record -> stored.computeIfAbsent(
                                record.partition(),
                                _ -> Stores.inMemoryKeyValueStore("rooms").get())
                        .put(Bytes.wrap(record.key()), record.value()));
        assertThat(stored.values().stream()
                        .mapToLong(rows -> new Rows(rows).applied() + 1)
                        .sum())
                .as("folded, seed %d", seed)
                .isEqualTo(requests);
    }

    private void compare() {
        assertThat(stored).hasSameSizeAs(pure);
        for (Map.Entry<Integer, InMemoryLedger> partition : pure.entrySet()) {
            Rows rows = new Rows(stored.get(partition.getKey()));
            lives.tokens().forEach(token -> compare(token, rows, partition.getValue()));
            List<RoomId> closed = new ArrayList<>();
            rows.forEachRoom(room -> {
                if (room instanceof ClosedRoom over) {
                    closed.add(over.id());
                    assertThat(partition.getValue().closedRoom(over.id())).contains(over);
                }
            });
            assertThat(partition.getValue().closedRoomIds()).containsExactlyInAnyOrderElementsOf(closed);
        }
    }

    private void compare(Token token, Rows rows, InMemoryLedger ledger) {
        assertThat(rows.visitor(token)).as("seed %d", seed).isEqualTo(ledger.visitor(token));
        assertThat(rows.closedRooms(token)).as("seed %d", seed).isEqualTo(ledger.closedRooms(token));
        for (RoomId room : ledger.closedRooms(token)) {
            assertThat(rows.messages(room, ALL::of)).as("seed %d", seed).isEqualTo(ledger.messages(room, ALL::of));
        }
        if (ledger.visitor(token).room() instanceof OpenRoom open) {
            assertThat(rows.messages(open.id(), ALL::of))
                    .as("seed %d", seed)
                    .isEqualTo(ledger.messages(open.id(), ALL::of));
        }
    }
}
