package livechat.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.PAUL;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.asked;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import livechat.log.RequestRecords;
import livechat.room.Asked;
import livechat.room.ErasureRequested;
import livechat.room.HoldRequested;
import livechat.room.InMemoryLedger;
import livechat.room.Landed;
import livechat.room.Life;
import livechat.room.RandomLog;
import livechat.room.RoomAddress;
import livechat.room.RoomId;
import livechat.room.Token;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A room's whole life over bytes, Kafka Streams and RocksDB. */
class LifeTests {

    @TempDir
    private Path stateDir;

    private FoldDriver fold;

    @BeforeEach
    void start() {
        fold = FoldDriver.of(stateDir);
    }

    @AfterEach
    void stop() {
        fold.close();
    }

    private void pipe(Asked asked) {
        fold.pipe(RequestRecords.of(asked), asked.time());
    }

    private void pipeLife() {
        pipe(aRoomRequest(MARY, 0));
        Life.requests().values().forEach(this::pipe);
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Test
    void endsWithATombstone() {
        pipeLife();

        List<TestRecord<String, String>> rooms = fold.output("livechat.rooms");
        assertThat(rooms).extracting(TestRecord::key).containsOnly("room-0");
        assertThat(rooms.getLast().value()).isNull();
        assertThat(header(rooms.getLast(), "ce_position")).isEqualTo("17");
        assertThat(fold.dump()).containsOnlyKeys("o", "vtoken-of-mary");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void comesToTheSameBytesFromTheSameLog(long seed) {
        Map<String, String> first = afterReplay(seed);
        stop();
        start();
        assertThat(afterReplay(seed)).as("seed %d", seed).hasSizeGreaterThan(3).isEqualTo(first);
    }

    private Map<String, String> afterReplay(long seed) {
        for (Landed landed : RandomLog.of(seed, 300)) {
            fold.pipe(RequestRecords.of(landed.asked()), landed.at().time());
        }
        assertThat(fold.output("livechat.dead-letters")).isEmpty();
        return fold.dump();
    }

    /** What the bytes lose or change would show here. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void comesToWhatThePureFoldComesTo(long seed) {
        InMemoryLedger ledger = new InMemoryLedger();
        for (Landed landed : RandomLog.of(seed, 300)) {
            fold.pipe(RequestRecords.of(landed.asked()), landed.at().time());
            ledger.fold(landed);
            Asked asked = landed.asked();
            if (asked.request().key() instanceof Token token) {
                assertThat(fold.rows().visitor(token)).as("seed %d", seed).isEqualTo(ledger.visitor(token));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ce_type, livechat.hold-requested.v2, UnknownVersion: livechat.hold-requested.v2 was written by a newer service",
        "ce_type, livechat.hold-demanded.v1, UnknownType: livechat.hold-demanded.v1",
        "ce_type, , header ce_type is missing",
        "ce_id, , header ce_id is missing",
        "ce_time, , header ce_time is missing",
        "ce_deadline, , header ce_deadline is missing"
    })
    void putsAsideWhatThePlatformGetsWrong(String header, String value, String cause) {
        pipe(aRoomRequest(MARY, 0));
        Asked hold = asked(1, new HoldRequested(RoomAddress.of(Life.ROOM)));
        ProducerRecord<byte[], byte[]> record = RequestRecords.of(hold);
        record.headers().remove(header);
        Optional.ofNullable(value).ifPresent(text -> record.headers().add(header, text.getBytes(UTF_8)));
        fold.pipe(record, hold.time());
        pipe(aRoomRequest(PAUL, 2));

        assertThat(fold.output("livechat.dead-letters"))
                .singleElement()
                .satisfies(letter -> assertThat(header(letter, "dl_cause")).contains(cause));
        assertThat(fold.output("livechat.rooms")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "message-posted; {\"messageId\":\"m\",\"from\":{\"type\":\"ghost\"},\"personal\":{\"msg\":\"x\"}}; as ghost",
                "message-posted; {\"messageId\":\"m\",\"from\":{\"type\":\"agent\"},\"personal\":{\"msg\":\"x\"}}; _id is missing",
                "message-posted; {\"messageId\":\"m\",\"from\":{\"type\":\"visitor\"},\"personal\":{}}; has a text",
                "message-posted; {\"messageId\":\"m\",\"from\":{\"type\":\"visitor\"}}; personal",
                "message-posted; {\"messageId\":\"m\",\"from\":{\"type\":\"visitor\"},\"personal\":{\"msg\":\"\\u0000\"}}; control characters",
                "assignment-requested; {}; agent",
                "transfer-requested; {}; names a department or an agent",
                "close-requested; {\"by\":{\"type\":\"agent\"}}; _id is missing",
                "close-requested; {\"by\":{\"type\":\"nobody\"}}; as nobody",
                "visitor-status-reported; {\"status\":\"Offline\"}; not in lower case",
                "visitor-status-reported; {\"status\":\"asleep\"}; ASLEEP",
                "erasure-requested; {\"key\":\"token\"}; a key is",
                "room-expired; {\"closedAt\":\"soon\"}; soon",
                "room-info-requested; {\"personal\":{\"tags\":[\"\"]}}; a tag has"
            })
    void putsAsideABodyThatCannotBeMeant(String type, String body, String cause) {
        Asked hold = asked(1, new HoldRequested(RoomAddress.of(Life.ROOM)));
        ProducerRecord<byte[], byte[]> record = RequestRecords.of(hold);
        record.headers().remove("ce_type").add("ce_type", ("livechat." + type + ".v1").getBytes(UTF_8));
        fold.pipe(
                new ProducerRecord<>(record.topic(), 0, record.key(), body.getBytes(UTF_8), record.headers()),
                hold.time());

        assertThat(fold.output("livechat.dead-letters"))
                .singleElement()
                .satisfies(letter -> assertThat(header(letter, "dl_cause")).contains(cause));
    }

    /** Well-formed, so it is answered: nothing of the room's visitor is said, for there is none. */
    @Test
    void refusesAForeignRoomIdUnderTheRequest() {
        pipe(asked(1, new HoldRequested(RoomAddress.of(new RoomId("of-another-system")))));

        assertThat(fold.output("livechat.dead-letters")).isEmpty();
        assertThat(fold.output("livechat.room.events")).singleElement().satisfies(event -> {
            assertThat(event.key()).isEqualTo("request-0000000001");
            assertThat(event.value()).contains("\"error\":\"invalid-room\"");
        });
        assertThat(fold.dump()).containsOnlyKeys("o");
    }

    /** A room id and a token can be the same text; the type says which of both is meant. */
    @Test
    void doesNotTakeARoomIdForAToken() {
        pipe(aRoomRequest(new Token("of-another-system"), 0));
        pipe(asked(1, new ErasureRequested(new RoomId("of-another-system"))));

        assertThat(fold.output("livechat.room.events"))
                .last()
                .satisfies(event -> assertThat(event.value()).contains("\"error\":\"invalid-room\""));
        assertThat(fold.dump()).containsKey("vof-another-system");
    }
}
