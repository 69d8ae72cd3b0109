package livechat.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.NOON;
import static livechat.room.RoomFixtures.PAUL;
import static livechat.room.RoomFixtures.aCloseRequest;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.asked;
import static livechat.room.RoomFixtures.landed;
import static livechat.room.RoomFixtures.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import livechat.room.Asked;
import livechat.room.ErasureRequested;
import livechat.room.InMemoryLedger;
import livechat.room.Landed;
import livechat.room.Room;
import livechat.room.RoomId;
import livechat.room.Stranger;
import livechat.room.Token;
import livechat.room.Visitor;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;
import org.junit.jupiter.api.Test;

/** That each row says what it waits for without being decoded, and that those who wait are found by it. */
class SinceTests {

    private static final RoomId ROOM = new RoomId("room-1");
    private static final Token GONE = new Token("gone");

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final KeyValueStore<Bytes, byte[]> store = new InMemoryKeyValueStore("rooms");
    private long offset;

    private void fold(Asked... requests) {
        RowWriter writer = new RowWriter(store, _ -> new byte[] {1, 2, 3});
        for (Asked request : requests) {
            Landed landed = landed(request, offset++);
            writer.keep(Room.decide(landed, new Rows(store)));
            ledger.fold(landed);
        }
    }

    private Since stored(Visitor visitor) {
        return Since.of(VisitorRow.write(visitor, new byte[] {1, 2, 3})).orElseThrow();
    }

    private static Since since(Since.Kind kind, int seconds) {
        return new Since(kind, NOON.plusSeconds(seconds));
    }

    @Test
    void isWrittenBeforeEachRowThatCanBeDue() {
        fold(aRoomRequest(MARY, 1), asked(2, registration(PAUL, 2, "Paul")));
        assertThat(stored(ledger.visitor(MARY))).isEqualTo(since(Since.Kind.OPEN_ROOM, 1));
        assertThat(stored(ledger.visitor(PAUL))).isEqualTo(since(Since.Kind.VISITOR, 2));

        fold(aCloseRequest(MARY, ROOM, 3));
        RoomRow closed = new RoomRow.Closed(ledger.closedRoom(ROOM).orElseThrow());
        assertThat(Since.of(RoomRow.write(closed))).contains(since(Since.Kind.CLOSED_ROOM, 3));
        assertThat(RoomRow.read(RoomRow.write(closed))).isEqualTo(closed);

        fold(asked(4, new ErasureRequested(MARY)));
        assertThat(stored(ledger.visitor(MARY))).isEqualTo(since(Since.Kind.STRANGER, 4 + 8 + 60));
        assertThat(stored(new Stranger(GONE))).isEqualTo(new Since(Since.Kind.STRANGER, Instant.EPOCH));
    }

    @Test
    void isNothingThatAnAddressHas() {
        RoomRow address = new RoomRow.Open(MARY);

        assertThat(Since.of(RoomRow.write(address))).isEmpty();
        assertThat(RoomRow.read(RoomRow.write(address))).isEqualTo(address);
    }

    @Test
    void findsWhatIsDueAndDecodesNothingElse() {
        fold(aRoomRequest(MARY, 1), aCloseRequest(MARY, ROOM, 2), aRoomRequest(PAUL, 3));
        store.put(Keys.of(GONE), damaged(VisitorRow.write(ledger.visitor(PAUL), new byte[0])));

        Page rooms = page(Since.Kind.CLOSED_ROOM);
        assertThat(rooms.closedRooms()).containsExactly(ledger.closedRoom(ROOM).orElseThrow());
        assertThat(rooms.visitors()).isEmpty();
        assertThat(page(Since.Kind.VISITOR).visitors()).containsExactly(ledger.visitor(MARY));
        assertThatExceptionOfType(ProcessorStateException.class).isThrownBy(() -> page(Since.Kind.OPEN_ROOM));
    }

    private Page page(Since.Kind kind) {
        return new Rows(store).page(Page.Place.START, 100, since -> since.kind() == kind);
    }

    /** Its head is whole, and the rest is not. */
    private static byte[] damaged(byte[] row) {
        row[row.length - 1] = '!';
        return row;
    }

    @Test
    void stopsAtAVisitorOfAnotherVersion() {
        for (String row : List.of("", "\u0001{}", "\u0002\0\0\0\0\u0001{}", "\u0003\0")) {
            assertThatExceptionOfType(ProcessorStateException.class)
                    .isThrownBy(() -> VisitorRow.visitor(row.getBytes(UTF_8)))
                    .withMessageContaining("rebuild the state from the log");
        }
    }

    @Test
    void stopsAtAKindThatIsNotKnown() {
        byte[] row = VisitorRow.write(new Stranger(GONE), new byte[0]);
        row[1] = 17;

        assertThatExceptionOfType(ProcessorStateException.class)
                .isThrownBy(() -> Since.of(row))
                .withMessageContaining("rebuild the state from the log");
    }
}
