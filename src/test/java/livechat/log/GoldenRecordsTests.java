package livechat.log;

import static livechat.log.RecordText.body;
import static livechat.log.RecordText.bytes;
import static livechat.log.RecordText.golden;
import static livechat.log.RecordText.headers;
import static livechat.log.RecordText.text;
import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.NOON;
import static livechat.room.RoomFixtures.PAUL;
import static livechat.room.RoomFixtures.aCloseRequest;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.asked;
import static livechat.room.RoomFixtures.requestId;
import static livechat.room.RoomFixtures.roomRequested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import livechat.Golden;
import livechat.room.Agent;
import livechat.room.Asked;
import livechat.room.CloseRequested;
import livechat.room.InMemoryLedger;
import livechat.room.Landed;
import livechat.room.Position;
import livechat.room.ReadRequested;
import livechat.room.RoomFixtures;
import livechat.room.RoomId;
import livechat.room.RoomRequested;
import livechat.room.UnknownToken;
import livechat.room.VisitorId;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every kind of record, byte for byte: what is on the topics of running systems, and what others have learnt to read. */
class GoldenRecordsTests {

    private static final Partitions FOUR = new Partitions(4);
    private static final RoomId FIRST_ROOM = new RoomId("room-1");
    /** A second and a quarter after the room was created. */
    private static final Asked CLOSE = new Asked(
            requestId(2),
            NOON.plusMillis(2250),
            NOON.plusMillis(10_250),
            Optional.empty(),
            new CloseRequested(MARY, FIRST_ROOM));

    private final InMemoryLedger ledger = new InMemoryLedger();

    static Stream<Arguments> requests() {
        return Stream.of(
                arguments("room-requested.v1", aRoomRequest(MARY, 1)),
                arguments("room-requested.v1.without-source", withoutSource()),
                arguments("room-requested.v1.traced", traced()),
                arguments("room-requested.v1.served", served(5)),
                arguments("registration-requested.v1", registration(6, "Mary")),
                arguments("read-requested.v1", asked(7, new ReadRequested(MARY))),
                arguments("close-requested.v1", CLOSE));
    }

    private static Asked withoutSource() {
        return asked(
                3,
                new RoomRequested(
                        MARY,
                        new RoomId("room-3"),
                        new VisitorId("visitor-3"),
                        Optional.empty(),
                        Optional.empty(),
                        UnknownToken.GUEST));
    }

    private static Asked served(int number) {
        Optional<Agent> bob = Optional.of(new Agent("agent-bob", "bob"));
        return asked(number, roomRequested(MARY, number, bob, UnknownToken.REJECT));
    }

    private static Asked registration(int number, String name) {
        return asked(number, RoomFixtures.registration(MARY, number, name));
    }

    private static Asked traced() {
        Optional<String> trace = Optional.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        return new Asked(requestId(4), NOON, NOON.plusSeconds(8), trace, roomRequested(MARY, 4));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void writesRequests(String file, Asked asked) {
        ProducerRecord<byte[], byte[]> written = RequestCodec.write(asked, FOUR);

        assertThat(written.partition()).isEqualTo(FOUR.of(MARY));
        assertThat(text(written.topic(), written.key(), written.headers(), written.value()))
                .isEqualTo(golden(file));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void readsRequests(String file, Asked asked) {
        JsonNode golden = Golden.read(file);
        byte[] key = bytes(golden.get("key").stringValue());

        Landed read = RequestCodec.read(headers(golden), key, body(golden), at(41));

        assertThat(read).isEqualTo(new Landed(asked, at(41)));
    }

    @Test
    void readsRequestsThatSayMoreThanIsKnownYet() {
        ProducerRecord<byte[], byte[]> record = RequestCodec.write(aRoomRequest(MARY, 1), FOUR);
        ObjectNode later = ((ObjectNode) Golden.parse(record.value())).put("mood", "sunny");

        Landed read = RequestCodec.read(record.headers(), record.key(), bytes(later.toString()), at(41));

        assertThat(read.asked()).isEqualTo(aRoomRequest(MARY, 1));
    }

    @Test
    void publishesAVisitorAndTheirNewRoom() {
        assertThat(publications(aRoomRequest(MARY, 1), 41))
                .containsExactly(golden("visitor-registered.v1"), golden("room-created.v1"), golden("room.v1.open"));
    }

    @Test
    void publishesWhoAVisitorIsAndBecomes() {
        assertThat(publications(registration(6, "Mary"), 41)).containsExactly(golden("visitor-registered.v1.named"));
        assertThat(publications(served(7), 42))
                .containsExactly(
                        golden("room-created.v1.named"), golden("agent-assigned.v1"), golden("room.v1.served"));
        assertThat(publications(registration(8, "Marie"), 43))
                .containsExactly(golden("visitor-updated.v1"), golden("room.v1.renamed"));
    }

    @Test
    void publishesTheClosedRoom() {
        publications(aRoomRequest(MARY, 1), 41);

        assertThat(publications(CLOSE, 42)).containsExactly(golden("room-closed.v1"), golden("room.v1.closed"));
    }

    @Test
    void publishesARefusalUnderTheVisitor() {
        publications(aRoomRequest(MARY, 1), 41);
        publications(CLOSE, 42);

        assertThat(publications(aCloseRequest(MARY, FIRST_ROOM, 3), 43)).containsExactly(golden("request-refused.v1"));
    }

    @Test
    void publishesAStrangersRefusalUnderTheRequest() {
        assertThat(publications(aCloseRequest(PAUL, FIRST_ROOM, 5), 44))
                .containsExactly(golden("request-refused.v1.of-a-stranger"));
    }

    @Test
    void marksDeadLettersWithOriginAndCause() {
        ProducerRecord<byte[], byte[]> record = RequestCodec.write(aRoomRequest(MARY, 1), FOUR);
        record.headers().remove("ce_type").add("ce_type", bytes("livechat.room-requested.v2"));
        RuntimeException cause = new Versions.UnknownVersion("livechat.room-requested.v2");

        Headers marked = DeadLetter.headers(record.headers(), at(45), cause);

        assertThat(text(Topics.DEAD_LETTERS.name(), record.key(), marked, record.value()))
                .isEqualTo(golden("dead-letter"));
    }

    @Test
    void tellsTheTokenToNobody() {
        List<String> published = Stream.of(
                        publications(aRoomRequest(MARY, 1), 41),
                        publications(CLOSE, 42),
                        publications(aCloseRequest(MARY, FIRST_ROOM, 3), 43))
                .flatMap(List::stream)
                .toList();

        assertThat(published).hasSize(6).noneMatch(record -> record.contains(MARY.value()));
    }

    private List<String> publications(Asked asked, long offset) {
        Landed landed = new Landed(asked, at(offset));
        return ResultCodec.publications(landed, ledger.fold(landed)).stream()
                .map(out -> text(out.topic().name(), out.key(), out.headers(), out.body()))
                .toList();
    }

    private static Position at(long offset) {
        return new Position(FOUR.of(MARY), FOUR.count(), offset, NOON.plusSeconds(3));
    }
}
