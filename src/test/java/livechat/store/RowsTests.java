package livechat.store;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.NOON;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.asked;
import static livechat.room.RoomFixtures.saying;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import livechat.room.Asked;
import livechat.room.Author;
import livechat.room.Change;
import livechat.room.CloseRequested;
import livechat.room.Decision;
import livechat.room.ErasureRequested;
import livechat.room.History;
import livechat.room.InMemoryLedger;
import livechat.room.KeptMessage;
import livechat.room.Landed;
import livechat.room.Life;
import livechat.room.MessageId;
import livechat.room.MessagePosted;
import livechat.room.Position;
import livechat.room.RandomLog;
import livechat.room.Room;
import livechat.room.RoomAddress;
import livechat.room.RoomExpired;
import livechat.room.RoomId;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows written by what was decided, against the same over plain maps. */
class RowsTests {

    private static final RoomId ROOM = new RoomId("room-0");

    private final KeyValueStore<Bytes, byte[]> store = new InMemoryKeyValueStore("rooms");
    private final Rows rows = new Rows(store);
    private long offset;

    private Decision fold(Asked asked) {
        return fold(new Landed(asked, new Position(0, 1, offset++, asked.time())));
    }

    private Decision fold(Landed landed) {
        Change change = Room.decide(landed, rows);
        new RowWriter(store, _ -> new byte[0]).keep(change);
        return change.decision();
    }

    private void post(int number) {
        MessageId id = new MessageId("message-" + number);
        fold(asked(
                number,
                new MessagePosted(RoomAddress.of(ROOM), id, new Author.OfVisitor(), saying("text"), Optional.empty())));
    }

    private List<String> keys() {
        try (var all = store.all()) {
            var keys = new ArrayList<String>();
            all.forEachRemaining(row -> keys.add(row.key.toString()));
            return keys;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void areWhatThePureFoldLeavesBehind(long seed) {
        InMemoryLedger ledger = new InMemoryLedger();
        for (Landed landed : RandomLog.of(seed, 1000)) {
            assertThat(fold(landed)).as("seed %d at %s", seed, landed.at()).isEqualTo(ledger.fold(landed));
        }
    }

    @Test
    void keepsTheNewestMessagesOfARoom() {
        fold(aRoomRequest(MARY, 0));
        IntStream.rangeClosed(1, KeptMessage.MAX_PER_ROOM + 5).forEach(this::post);

        assertThat(rows.messages(ROOM, new History(Optional.empty(), Optional.empty(), 0, 9999)::of))
                .hasSize(KeptMessage.MAX_PER_ROOM)
                .last()
                .satisfies(message -> assertThat(message.id()).isEqualTo(new MessageId("message-6")));
        assertThat(rows.message(ROOM, new MessageId("message-5"))).isEmpty();
        assertThat(rows.message(ROOM, new MessageId("message-6"))).isPresent();
        assertThat(keys()).hasSize(2 + 2 * KeptMessage.MAX_PER_ROOM);
    }

    @Test
    void mixesNoRoomUpWithOneWhoseIdGoesOn() {
        fold(aRoomRequest(MARY, 0));
        post(1);

        assertThat(rows.<Long>messages(new RoomId("room-"), Stream::count)).isZero();
        assertThat(rows.<Long>messages(new RoomId("room-00"), Stream::count)).isZero();
    }

    @Test
    void leavesNothingOfAForgottenRoomButThatItWas() {
        fold(aRoomRequest(MARY, 0));
        post(1);
        fold(asked(2, new CloseRequested(MARY, ROOM)));
        fold(asked(3, new RoomExpired(RoomAddress.of(ROOM), NOON.plusSeconds(2))));

        assertThat(keys()).hasSize(2).anyMatch(key -> key.startsWith("v")).anyMatch(key -> key.startsWith("c"));
        assertThat(rows.closedRooms(MARY)).containsExactly(ROOM);
    }

    @Test
    void leavesOneRowOfAnErasedVisitorUntilNothingIsLeftToRemember() {
        Life.requests().values().forEach(asked -> {
            if (keys().isEmpty()) {
                fold(aRoomRequest(MARY, 0));
            }
            fold(asked);
        });
        assertThat(keys()).containsExactly("vtoken-of-mary");

        fold(asked(1000, new ErasureRequested(MARY)));
        assertThat(keys()).isEmpty();
    }
}
