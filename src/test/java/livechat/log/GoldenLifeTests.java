package livechat.log;

import static livechat.log.RecordText.body;
import static livechat.log.RecordText.bytes;
import static livechat.log.RecordText.golden;
import static livechat.log.RecordText.headers;
import static livechat.log.RecordText.text;
import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.NOON;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import livechat.Golden;
import livechat.room.Asked;
import livechat.room.InMemoryLedger;
import livechat.room.Landed;
import livechat.room.Life;
import livechat.room.Position;
import livechat.room.RoomFixtures;
import livechat.room.VisitorExpired;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A room's whole life as it lies on the topics, byte for byte. */
class GoldenLifeTests {

    private static final Partitions ONE = new Partitions(1);

    private final InMemoryLedger ledger = new InMemoryLedger();
    private long offset = 50;

    static Stream<Arguments> requests() {
        return Stream.of(Life.requests(), Life.more())
                .map(Map::entrySet)
                .flatMap(named -> named.stream().map(entry -> arguments(entry.getKey(), entry.getValue())));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void writesRequests(String file, Asked asked) {
        ProducerRecord<byte[], byte[]> written = RequestCodec.write(asked, ONE);

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
    void publishesEachStepOfALife() {
        publications(aRoomRequest(MARY, 0));
        assertThat(Life.requests().entrySet().stream()
                        .flatMap(step -> publications(step.getValue()).stream())
                        .filter(record -> record.contains(Topics.EVENTS.name())))
                .containsExactlyElementsOf(Stream.of(
                                "message-added.v1.by-system",
                                "message-added.v1",
                                "agent-assigned.v1.from-the-queue",
                                "message-added.v1.by-agent",
                                "message-edited.v1",
                                "room-held.v1",
                                "room-resumed.v1",
                                "agent-unassigned.v1",
                                "room-transferred.v1",
                                "message-deleted.v1",
                                "visitor-status-changed.v1",
                                "room-updated.v1.by-visitor",
                                "room-updated.v1",
                                "room-closed.v1.by-agent",
                                "room-surveyed.v1",
                                "room-forgotten.v1",
                                "visitor-erased.v1")
                        .map(RecordText::golden)
                        .toList());
    }

    @Test
    void publishesTheRoomAsItIs() {
        publications(aRoomRequest(MARY, 0));
        List<String> rooms = Life.requests().values().stream()
                .map(this::publications)
                .map(List::getLast)
                .toList();

        assertThat(rooms)
                .contains(golden("room.v1.answered"), golden("room.v1.surveyed"))
                .endsWith(golden("room.v1.erased"));
    }

    @Test
    void tellsTheTokenToNobody() {
        publications(aRoomRequest(MARY, 0));

        assertThat(Life.requests().values().stream().flatMap(asked -> publications(asked).stream()))
                .hasSizeGreaterThan(30)
                .noneMatch(record -> record.contains(MARY.value()));
    }

    @Test
    void publishesThatAVisitorIsForgotten() {
        publications(asked(0, RoomFixtures.registration(MARY, 1, "Mary")));
        Landed later = new Landed(
                asked(1_000_000, new VisitorExpired(MARY, NOON)), new Position(0, 1, 99, NOON.plusSeconds(1_000_000)));

        assertThat(publications(later)).containsExactly(golden("visitor-forgotten.v1"));
    }

    private List<String> publications(Asked asked) {
        return publications(new Landed(asked, at(offset++)));
    }

    private List<String> publications(Landed landed) {
        return ResultCodec.publications(landed, ledger.fold(landed)).stream()
                .map(out -> text(out.topic().name(), out.key(), out.headers(), out.body()))
                .toList();
    }

    private static Position at(long offset) {
        return new Position(0, 1, offset, NOON.plusSeconds(3));
    }
}
