package livechat.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.aCloseRequest;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.requestId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.IntStream;
import livechat.log.Partitions;
import livechat.log.RequestRecords;
import livechat.ops.Meters;
import livechat.room.Asked;
import livechat.room.Outcome;
import livechat.room.RoomFixtures;
import livechat.room.RoomId;
import livechat.room.Token;
import livechat.store.Applied;
import livechat.store.Outcomes;
import livechat.store.Parked;
import livechat.store.RoomStore;
import livechat.store.Rows;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fold as Kafka Streams runs it: what comes out where, and what becomes of records that nobody can read. */
class RoomTopologyTests {

    private static final Arrival NOTHING_YET = new Arrival(-1, -1);

    private final Applied applied = new Applied();
    private final Outcomes outcomes = new Outcomes(10, applied);
    private final Meters meters = new Meters(new SimpleMeterRegistry());

    @TempDir
    private Path stateDir;

    private TopologyTestDriver driver;

    private boolean running;

    @BeforeEach
    void start() {
        driver = driver(1, NOTHING_YET);
        running = true;
    }

    private void start(int partitions, Arrival arrival) {
        stop();
        driver = driver(partitions, arrival);
        running = true;
    }

    @AfterEach
    void stop() {
        if (running) {
            running = false;
            driver.close();
        }
    }

    private TopologyTestDriver driver(int partitions, Arrival arrival) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        return new TopologyTestDriver(
                new RoomTopology(() -> new RoomProcessor(around(partitions, arrival))).get(), settings);
    }

    private Surroundings around(int partitions, Arrival arrival) {
        return new Surroundings(new Partitions(partitions), (_, _) -> arrival, applied, outcomes, meters);
    }

    private void pipe(Asked asked) {
        pipe(RequestRecords.of(asked), asked);
    }

    private void pipe(ProducerRecord<byte[], byte[]> record, Asked asked) {
        driver.createInputTopic(record.topic(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(
                        record.key(),
                        record.value(),
                        record.headers(),
                        asked.time().plusMillis(3)));
    }

    private List<TestRecord<String, String>> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new StringDeserializer())
                .readRecordsToList();
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Test
    void publishesEventsAndTheRoomAsItIs() {
        pipe(aRoomRequest(MARY, 1));
        pipe(aRoomRequest(MARY, 2));
        pipe(aCloseRequest(MARY, new RoomId("room-1"), 3));

        assertThat(output("livechat.room.events"))
                .extracting(event -> header(event, "ce_type"), TestRecord::key, event -> header(event, "ce_id"))
                .containsExactly(
                        tuple("livechat.visitor-registered.v1", "visitor-1", "0-0-0"),
                        tuple("livechat.room-created.v1", "room-1", "0-0-1"),
                        tuple("livechat.room-closed.v1", "room-1", "0-2-0"));
        assertThat(output("livechat.rooms"))
                .extracting(TestRecord::key, room -> room.value().contains("\"open\":true"))
                .containsExactly(tuple("room-1", true), tuple("room-1", false));
        assertThat(output("livechat.dead-letters")).isEmpty();
    }

    @Test
    void publishesARefusalUnderTheRequestWhenItConcernsNobody() {
        pipe(aCloseRequest(MARY, new RoomId("room-1"), 1));

        assertThat(output("livechat.room.events")).singleElement().satisfies(event -> {
            assertThat(event.key()).isEqualTo(requestId(1).value());
            assertThat(header(event, "ce_type")).isEqualTo("livechat.request-refused.v1");
            assertThat(event.value()).contains("\"error\":\"invalid-token\"");
        });
    }

    @Test
    void tellsWhoeverIsParkedAndLetsReadersIn() throws InterruptedException {
        Parked first = outcomes.park(0, requestId(1)).orElseThrow();
        Parked second = outcomes.park(0, requestId(1)).orElseThrow();
        pipe(aRoomRequest(MARY, 1));

        Parked.Word reply = first.await(Duration.ZERO).orElseThrow();
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Parked.Word.Told.class,
                        told -> assertThat(told.reply().outcome())
                                .isEqualTo(new Outcome.Created(new RoomId("room-1"))));
        assertThat(second.await(Duration.ZERO)).contains(reply);
        assertThat(applied.stay(0).orElseThrow().await(0, Duration.ZERO)).isTrue();
    }

    @Test
    void showsReadersAChangedRoomAtOnce() {
        pipe(aRoomRequest(MARY, 1));
        Rows rows = applied.stay(0).orElseThrow().rows(driver.getKeyValueStore(RoomStore.NAME));
        assertThat(rows.document(MARY)).isPresent();
        pipe(aCloseRequest(MARY, new RoomId("room-1"), 2));

        assertThat(rows.document(MARY)).isEmpty();
    }

    @Test
    void sendsCallersAwayWhenThePartitionLeaves() throws InterruptedException {
        Parked here = outcomes.park(0, requestId(1)).orElseThrow();
        applied.taken(1, -1, -1);
        Parked elsewhere = outcomes.park(1, requestId(2)).orElseThrow();
        stop();

        assertThat(here.await(Duration.ofDays(1))).contains(new Parked.Word.Left());
        assertThat(elsewhere.await(Duration.ZERO)).isEmpty();
        assertThat(applied.stay(0)).isEmpty();
    }

    @Test
    void putsAsideWhatCannotBeReadAndGoesOn() {
        Asked asked = aRoomRequest(MARY, 1);
        pipe(with(asked, "garbage".getBytes(UTF_8), "ce_type", "livechat.room-requested.v1"), asked);
        pipe(with(asked, "{}".getBytes(UTF_8), "ce_type", "livechat.room-requested.v1"), asked);
        pipe(with(asked, RequestRecords.of(asked).value(), "ce_type", "livechat.room-requested.v2"), asked);
        pipe(with(asked, RequestRecords.of(asked).value(), "ce_deadline", "soon"), asked);
        pipe(new ProducerRecord<>("livechat.room.requests", bytes("key"), bytes("{}")), asked);
        pipe(new ProducerRecord<>("livechat.room.requests", new byte[] {(byte) 0xff}, bytes("{}")), asked);
        pipe(new ProducerRecord<>("livechat.room.requests", null, null), asked);
        pipe(asked);

        assertThat(output("livechat.dead-letters"))
                .hasSize(7)
                .allSatisfy(letter -> assertThat(header(letter, "dl_topic")).isEqualTo("livechat.room.requests"))
                .extracting(letter -> header(letter, "dl_offset") + header(letter, "ce_position"))
                .containsExactly("00", "11", "22", "33", "44", "55", "66");
        assertThat(output("livechat.room.events")).hasSize(2);
        assertThat(meters.deadLetters()).isEqualTo(7);
    }

    @Test
    void putsAsideARequestIdThatIsNone() {
        Asked asked = aRoomRequest(MARY, 1);
        ProducerRecord<byte[], byte[]> nameless = RequestRecords.of(asked);
        nameless.headers().remove("ce_id").add("ce_id", null);
        pipe(nameless, asked);

        assertThat(output("livechat.dead-letters")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_time", "ce_deadline"})
    void putsAsideTimesThatNobodyCanWrite(String header) {
        List<String> absurd = List.of("-1000000000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z");
        for (String time : absurd) {
            Asked asked = aRoomRequest(MARY, 1);
            pipe(with(asked, RequestRecords.of(asked).value(), header, time), asked);
        }
        assertThat(output("livechat.dead-letters"))
                .hasSize(absurd.size())
                .allSatisfy(letter -> assertThat(header(letter, "dl_cause")).contains("the years 1970 to 9999"));
    }

    @Test
    void takesTheFirstAndTheLastTimeThereIs() {
        Asked opens = aRoomRequest(MARY, 1);
        Asked closes = aCloseRequest(MARY, new RoomId("room-1"), 2);
        pipe(with(opens, RequestRecords.of(opens).value(), "ce_time", "1970-01-01T00:00:00.000Z"), opens);
        ProducerRecord<byte[], byte[]> last = RequestRecords.of(closes);
        last.headers().remove("ce_time").add("ce_time", bytes("9999-12-31T23:59:59.999Z"));
        pipe(last, closes);
        pipe(aRoomRequest(MARY, 3));

        assertThat(output("livechat.dead-letters")).isEmpty();
        assertThat(output("livechat.rooms")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\udc00", "\\ud83d x", "\\udc00\\ud800"})
    void putsAsideHalfACharacter(String half) {
        Asked asked = aRoomRequest(MARY, 1);
        String name = "{\"visitorId\":\"v\",\"personal\":{\"name\":\"" + half + "\",\"customFields\":[]}}";
        String field = "{\"visitorId\":\"v\",\"personal\":{\"customFields\":" + "[{\"key\":\"k\",\"value\":\"" + half
                + "\",\"overwrite\":true}]}}";
        pipe(with(asked, bytes(name), "ce_type", "livechat.registration-requested.v1"), asked);
        pipe(with(asked, bytes(field), "ce_type", "livechat.registration-requested.v1"), asked);
        assertThat(output("livechat.dead-letters")).hasSize(2);
        assertThat(output("livechat.room.events")).isEmpty();
    }

    @Test
    void saysOnlyWhereALetterIsThatNoProducerWouldTake() {
        Asked asked = aRoomRequest(MARY, 1);
        pipe(with(asked, new byte[1024 * 1024], "ce_type", "livechat.room-requested.v1"), asked);

        assertThat(output("livechat.dead-letters")).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isNull();
            assertThat(letter.value()).isNull();
            assertThat(header(letter, "dl_offset")).isEqualTo("0");
            assertThat(header(letter, "dl_left_out")).contains("too large");
        });
    }

    @Test
    void keepsADeadLetterAsItCame() {
        Asked asked = aRoomRequest(MARY, 1);
        pipe(with(asked, "garbage".getBytes(UTF_8), "ce_type", "livechat.unheard-of.v1"), asked);

        assertThat(output("livechat.dead-letters")).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(MARY.value());
            assertThat(letter.value()).isEqualTo("garbage");
            assertThat(header(letter, "ce_id")).isEqualTo(requestId(1).value());
            assertThat(header(letter, "dl_cause")).contains("UnknownType: livechat.unheard-of.v1");
        });
    }

    @Test
    void saysOfALetterThatWasPutBackWhatBecameOfIt() {
        Asked asked = aRoomRequest(MARY, 1);
        for (int times = 0; times < 2; times++) {
            ProducerRecord<byte[], byte[]> again = RequestRecords.of(asked);
            again.headers().add("ce_deadletter", bytes("3-45"));
            pipe(again, asked);
        }

        assertThat(output("livechat.dead-letters"))
                .allSatisfy(
                        notice -> assertThat(header(notice, "ce_deadletter")).isEqualTo("3-45"))
                .allSatisfy(notice -> assertThat(notice.key()).isNull())
                .extracting(notice -> header(notice, "ce_position") + " " + header(notice, "dl_outcome"))
                .containsExactly("0 changed", "1 unchanged");
        assertThat(output("livechat.room.events")).hasSize(2);
        assertThat(meters.deadLetters()).isZero();
    }

    @Test
    void saysItOnceOverARebuild() {
        start(1, new Arrival(-1, 0));
        Asked asked = aRoomRequest(MARY, 1);
        ProducerRecord<byte[], byte[]> again = RequestRecords.of(asked);
        again.headers().add("ce_deadletter", bytes("3-45"));
        pipe(again, asked);

        assertThat(output("livechat.dead-letters")).isEmpty();
    }

    private static ProducerRecord<byte[], byte[]> with(Asked asked, byte[] body, String header, String value) {
        ProducerRecord<byte[], byte[]> record = RequestRecords.of(asked);
        record.headers().remove(header).add(header, bytes(value));
        return new ProducerRecord<>(record.topic(), 0, record.key(), body, record.headers());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void putsAsideAKeyThatBelongsOnAnotherPartition() {
        start(4, NOTHING_YET);
        Token here = token(0);
        Token elsewhere = token(3);
        pipe(aRoomRequest(elsewhere, 1));
        pipe(aRoomRequest(here, 2));

        assertThat(output("livechat.dead-letters"))
                .singleElement()
                .satisfies(letter -> assertThat(header(letter, "dl_cause")).contains("belongs on partition 3"));
        assertThat(output("livechat.rooms"))
                .singleElement()
                .extracting(TestRecord::key)
                .isEqualTo("room-2");
    }

    private static Token token(int partition) {
        Partitions four = new Partitions(4);
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> new Token("token-" + i))
                .filter(token -> four.of(token) == partition)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isSilentUpToWhereThePreviousFoldPublished() {
        start(1, new Arrival(-1, 0));
        pipe(aRoomRequest(MARY, 1));
        pipe(aCloseRequest(MARY, new RoomId("room-1"), 2));

        assertThat(output("livechat.room.events"))
                .extracting(event -> header(event, "ce_type"))
                .containsExactly("livechat.room-closed.v1");
        assertThat(output("livechat.rooms")).hasSize(1);
    }

    @Test
    void keepsReadersOutUntilTheLogIsFoldedAsFarAsItWasOnArrival() {
        start(1, new Arrival(1, -1));
        pipe(aRoomRequest(MARY, 1));
        assertThat(applied.isCaughtUp()).isFalse();
        pipe(aRoomRequest(MARY, 2));
        assertThat(applied.isCaughtUp()).isTrue();
    }

    @Test
    void comesToTheSameBytesFromTheSameLog() {
        assertThat(storeAfterReplay()).isNotEmpty().isEqualTo(storeAfterReplay());
    }

    private Map<String, String> storeAfterReplay() {
        start(1, NOTHING_YET);
        pipe(aRoomRequest(MARY, 1));
        pipe(aCloseRequest(MARY, new RoomId("room-1"), 2));
        pipe(aRoomRequest(RoomFixtures.PAUL, 3));
        Map<String, String> rows = new TreeMap<>();
        try (var all = driver.<Bytes, byte[]>getKeyValueStore("rooms").all()) {
            all.forEachRemaining(row -> rows.put(row.key.toString(), new String(row.value, UTF_8)));
        }
        return rows;
    }

    @Test
    void isDescribedInTheDocs() {
        String described = new RoomTopology(() -> new RoomProcessor(around(1, NOTHING_YET)))
                .addTo(new Topology())
                .describe()
                .toString();
        assertThat(Path.of("docs/topology.txt")).hasContent(described);
    }
}
