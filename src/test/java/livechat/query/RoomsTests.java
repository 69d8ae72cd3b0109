package livechat.query;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.PAUL;
import static livechat.room.RoomFixtures.aCloseRequest;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.landed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import livechat.ops.Meters;
import livechat.room.Asked;
import livechat.room.Outcome;
import livechat.room.Refusal;
import livechat.room.Room;
import livechat.room.RoomId;
import livechat.room.Stranger;
import livechat.room.Visitor;
import livechat.store.Applied;
import livechat.store.RowWriter;
import livechat.store.Rows;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reads of one partition's rows, and what the fold would say if it were asked. */
@Timeout(60)
class RoomsTests {

    private static final int HERE = 3;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final RoomId FIRST_ROOM = new RoomId("room-1");

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("rooms").get();
    private final Applied applied = new Applied();
    private final Rooms rooms = rooms(_ -> store, LONG);

    private Rooms rooms(IntFunction<ReadOnlyKeyValueStore<Bytes, byte[]>> stores, Duration patience) {
        Meters meters = new Meters(new SimpleMeterRegistry());
        return new Rooms(new LocalRows(stores, applied), _ -> HERE, patience, meters);
    }

    private void fold(Asked asked) {
        new RowWriter(store).keep(Room.decide(landed(asked, 0), new Rows(store)));
    }

    private Outcome rehearse(Asked asked) {
        applied.taken(HERE, 0, 0);
        return rooms.rehearse(asked, rooms.patience()).outcome();
    }

    @Test
    void foreseesThatAStrangerHasNothingToClose() {
        assertThat(rehearse(aCloseRequest(MARY, FIRST_ROOM, 1))).isEqualTo(new Outcome.Refused(Refusal.INVALID_TOKEN));
    }

    @Test
    void foreseesThatAnothersRoomIsNotClosed() {
        fold(aRoomRequest(MARY, 1));
        fold(aRoomRequest(PAUL, 2));

        assertThat(rehearse(aCloseRequest(PAUL, FIRST_ROOM, 3))).isEqualTo(new Outcome.Refused(Refusal.INVALID_ROOM));
    }

    @Test
    void foreseesThatARoomIsNotClosedTwice() {
        fold(aRoomRequest(MARY, 1));
        fold(aCloseRequest(MARY, FIRST_ROOM, 2));

        assertThat(rehearse(aCloseRequest(MARY, FIRST_ROOM, 3))).isEqualTo(new Outcome.Refused(Refusal.ROOM_CLOSED));
    }

    @Test
    void leavesItToTheLogWhetherARequestIsLate() {
        Asked here = aRoomRequest(MARY, 10);
        Asked clockAhead =
                new Asked(here.id(), here.time(), here.time().minusSeconds(2), Optional.empty(), here.request());

        assertThat(rehearse(clockAhead)).isInstanceOf(Outcome.Created.class);
    }

    @Test
    void rehearsesWithoutAnyConsequence() {
        fold(aRoomRequest(MARY, 1));
        Asked close = aCloseRequest(MARY, FIRST_ROOM, 2);

        assertThat(rehearse(close)).isEqualTo(rehearse(close)).isEqualTo(new Outcome.Closed(FIRST_ROOM));
        assertThat(new Rows(store).closedRoom(FIRST_ROOM)).isEmpty();
    }

    @Test
    void isUnavailableWhileThePartitionIsNotHere() {
        assertThatExceptionOfType(RoomsUnavailable.class)
                .isThrownBy(() -> read(rooms(_ -> store, Duration.ZERO)))
                .withMessageContaining("partition " + HERE + " is not ready here");
    }

    @Test
    void isUnavailableWhenTheStoreStaysOutOfReach() {
        applied.taken(HERE, 0, 0);
        Rooms moving = rooms(
                _ -> {
                    throw new InvalidStateStoreException("on the move");
                },
                Duration.ofMillis(1));

        assertThatExceptionOfType(RoomsUnavailable.class).isThrownBy(() -> read(moving));
    }

    @Test
    void triesAgainWhenTheStoreIsNotReadableYet() {
        applied.taken(HERE, 0, 0);
        AtomicInteger handles = new AtomicInteger();
        Rooms moving = rooms(
                _ -> {
                    failOnce(handles);
                    return store;
                },
                LONG);

        assertThat(read(moving)).isEqualTo(new Stranger(MARY));
    }

    @Test
    void takesANewHandleOnlyWhenTheOldOneIsOfNoUse() {
        applied.taken(HERE, 0, 0);
        AtomicInteger handles = new AtomicInteger();
        AtomicInteger questions = new AtomicInteger();
        Rooms moving = rooms(
                _ -> {
                    handles.incrementAndGet();
                    return store;
                },
                LONG);

        for (int i = 0; i < 3; i++) {
            moving.read(MARY, moving.patience(), rows -> {
                failOnce(questions);
                return rows.visitor(MARY);
            });
        }
        assertThat(handles).hasValue(2);
    }

    private static Visitor read(Rooms rooms) {
        return rooms.read(MARY, rooms.patience(), rows -> rows.visitor(MARY));
    }

    private static void failOnce(AtomicInteger calls) {
        if (calls.getAndIncrement() == 0) {
            throw new InvalidStateStoreException("on the move");
        }
    }
}
