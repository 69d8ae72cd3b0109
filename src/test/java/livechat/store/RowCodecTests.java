package livechat.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.NOON;
import static livechat.room.RoomFixtures.aCloseRequest;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.landed;
import static livechat.room.RoomFixtures.requestId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.stream.Stream;
import livechat.Golden;
import livechat.room.Asked;
import livechat.room.ClosedRoom;
import livechat.room.InMemoryLedger;
import livechat.room.KeptMessage;
import livechat.room.KnownVisitor;
import livechat.room.Life;
import livechat.room.Memory;
import livechat.room.MessageId;
import livechat.room.Outcome;
import livechat.room.Profile;
import livechat.room.Refusal;
import livechat.room.Remembered;
import livechat.room.RoomFixtures;
import livechat.room.RoomId;
import livechat.room.Visitor;
import livechat.room.VisitorId;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows as they lie in the stores and changelogs of running systems. */
class RowCodecTests {

    private static final RoomId FIRST_ROOM = new RoomId("room-1");

    /** A visitor who closed a room and has the next one open. */
    private static KnownVisitor visitor() {
        return (KnownVisitor) ledger().visitor(MARY);
    }

    private static ClosedRoom closedRoom() {
        return ledger().closedRoom(FIRST_ROOM).orElseThrow();
    }

    private static InMemoryLedger ledger() {
        InMemoryLedger ledger = new InMemoryLedger();
        fold(ledger, aRoomRequest(MARY, 1), 41);
        fold(ledger, aCloseRequest(MARY, FIRST_ROOM, 2), 42);
        fold(ledger, aRoomRequest(MARY, 3), 43);
        return ledger;
    }

    /** Everything that a room can hold, before somebody closes it. */
    private static InMemoryLedger life(int steps) {
        InMemoryLedger ledger = new InMemoryLedger();
        fold(ledger, aRoomRequest(MARY, 0), 40);
        Life.requests().values().stream().limit(steps).forEach(asked -> fold(ledger, asked, 41));
        return ledger;
    }

    private static KeptMessage message(String id, int steps) {
        return life(steps).message(Life.ROOM, new MessageId(id)).orElseThrow();
    }

    private static void fold(InMemoryLedger ledger, Asked asked, long offset) {
        ledger.fold(landed(asked, offset));
    }

    private static KnownVisitor plainVisitor() {
        return new KnownVisitor(
                MARY,
                new VisitorId("visitor-1"),
                "guest-165",
                Profile.EMPTY,
                NOON,
                NOON,
                NOON,
                Optional.empty(),
                Memory.EMPTY);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("visitor.v1", Visitor.class, visitor()),
                arguments("visitor.v1.without-room", Visitor.class, plainVisitor()),
                arguments("visitor.v1.held", Visitor.class, life(6).visitor(MARY)),
                arguments("visitor.v1.served", Visitor.class, life(13).visitor(MARY)),
                arguments("visitor.v1.erased", Visitor.class, life(17).visitor(MARY)),
                arguments("message.v1.of-the-system", KeptMessage.class, message("m-started", 1)),
                arguments("message.v1", KeptMessage.class, message("m-question", 2)),
                arguments("message.v1.edited", KeptMessage.class, message("m-answer", 5)),
                arguments("message.v1.deleted", KeptMessage.class, message("m-question", 10)),
                arguments(
                        "room.v1.closed-by-agent",
                        RoomRow.class,
                        new RoomRow.Closed(life(15).closedRoom(Life.ROOM).orElseThrow())),
                arguments("room.v1.open", RoomRow.class, new RoomRow.Open(MARY)),
                arguments("room.v1.closed", RoomRow.class, new RoomRow.Closed(closedRoom())));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void writesRows(String file, Class<?> type, Object row) {
        assertThat(new String(RowCodec.write(row), UTF_8)).isEqualTo("\u0001" + Golden.read("store/" + file));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsRows(String file, Class<?> type, Object row) {
        byte[] stored = ("\u0001" + Golden.read("store/" + file)).getBytes(UTF_8);

        assertThat((Object) RowCodec.read(stored, type)).isEqualTo(row);
    }

    static Stream<Outcome> outcomes() {
        return Stream.of(
                new Outcome.Created(FIRST_ROOM),
                new Outcome.Found(FIRST_ROOM),
                new Outcome.Closed(FIRST_ROOM),
                new Outcome.Changed(FIRST_ROOM),
                new Outcome.Registered(new VisitorId("visitor-1")),
                new Outcome.Noted(new VisitorId("visitor-1")),
                new Outcome.Erased(Optional.of(new VisitorId("visitor-1"))),
                new Outcome.Erased(Optional.empty()),
                new Outcome.Refused(Refusal.ROOM_CLOSED));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void remembersEveryKindOfOutcome(Outcome outcome) {
        Remembered change = new Remembered(requestId(1), "room", outcome, RoomFixtures.NOON);

        assertThat(RowCodec.read(RowCodec.write(change), Remembered.class)).isEqualTo(change);
    }

    static Stream<String> broken() {
        return Stream.of(
                "",
                "\u0001",
                "\u0001{",
                "\u0001{}",
                "\u0001[]",
                "\u0001\"text\"",
                "\u0001{\"token\":\"\"}",
                "\u0001{\"token\":\"t\",\"id\":\"not an id\"}",
                "\u0002{}",
                "{}");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void stopsAtAVisitorThatCannotBeRead(String row) {
        assertThatExceptionOfType(ProcessorStateException.class)
                .isThrownBy(() -> RowCodec.read(row.getBytes(UTF_8), Visitor.class))
                .withMessageContaining("rebuild the state from the log");
    }

    @Test
    void stopsAtARoomInAStateThatIsNotKnown() {
        byte[] row = "\u0001{\"state\":\"ajar\"}".getBytes(UTF_8);

        assertThatExceptionOfType(ProcessorStateException.class)
                .isThrownBy(() -> RowCodec.read(row, RoomRow.class))
                .withMessageContaining("RoomRow");
    }
}
