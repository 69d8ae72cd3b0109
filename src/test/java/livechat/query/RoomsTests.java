package livechat.query;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.PAUL;
import static livechat.room.RoomFixtures.aCloseRequest;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.landed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import livechat.ops.Meters;
import livechat.room.Asked;
import livechat.room.KnownVisitor;
import livechat.room.LogKey;
import livechat.room.OpenRoom;
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
    private static final Question<Visitor> WHO_IS_MARY = Question.of(MARY, rows -> rows.visitor(MARY));
    private static final RoomId FIRST_ROOM = new RoomId("room-1");

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("rooms").get();
    private final Applied applied = new Applied();
    private final Queue<CompletableFuture<Long>> ends = new ArrayDeque<>();
    private final Rooms rooms = rooms(_ -> store);

    private Rooms rooms(IntFunction<ReadOnlyKeyValueStore<Bytes, byte[]>> stores) {
        Meters meters = new Meters(new SimpleMeterRegistry());
        return new Rooms(new Copies(stores, applied, (_, _) -> false), new ProofByOffset(proofs()), _ -> HERE, meters);
    }

    /** The ends of the log one after the other, the last one again and again. */
    private Proofs proofs() {
        return new Proofs() {
            @Override
            public CompletableFuture<Long> ask(LogKey key, int partition) {
                return ends.size() > 1 ? ends.remove() : ends.element();
            }

            @Override
            public ReadBy by() {
                return ReadBy.INDEX;
            }
        };
    }

    private void logEndsAt(long offset) {
        ends.add(CompletableFuture.completedFuture(offset));
    }

    private void fold(Asked asked) {
        new RowWriter(store, _ -> new byte[0]).keep(Room.decide(landed(asked, 0), new Rows(store)));
    }

    /** The log decides then, whatever is on it by now. */
    @Test
    void provesNothingThatOnlyLeadsToARequest() {
        applied.taken(HERE, 4, 4);
        ends.add(new CompletableFuture<>());

        assertThat(rooms.read(WHO_IS_MARY.orOfTheLog(Stranger.class::isInstance), new Patience(LONG)))
                .isEqualTo(new Reading<>(new Stranger(MARY), ReadBy.LOG));
        assertThat(rooms.rehearse(aRoomRequest(MARY, 1), new Patience(LONG)).by())
                .isEqualTo(ReadBy.LOG);
    }

    @Test
    void looksAgainWhenMoreWasFoldedThanItHadSeen() {
        applied.taken(HERE, 4, 4);
        logEndsAt(5);
        AtomicInteger looks = new AtomicInteger();
        Question<Visitor> question = Question.of(MARY, rows -> {
            Visitor seen = rows.visitor(MARY);
            if (looks.getAndIncrement() == 0) {
                fold(aRoomRequest(MARY, 1));
                applied.folded(HERE, 5);
            }
            return seen;
        });

        assertThat(rooms.read(question, new Patience(LONG)).value().room()).isInstanceOf(OpenRoom.class);
        assertThat(rooms.read(question, new Patience(LONG)).by()).isEqualTo(ReadBy.INDEX);
        assertThat(looks).hasValue(3);
    }

    private Outcome rehearse(Asked asked) {
        applied.taken(HERE, 0, 0);
        logEndsAt(0);
        return rooms.rehearse(asked, new Patience(LONG)).value().outcome();
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
    void sendsElsewhereWhileThePartitionIsNotHere() {
        logEndsAt(0);

        assertThatExceptionOfType(Moved.class).isThrownBy(() -> read(rooms)).returns(false, Moved::mayBeOnTheLog);
    }

    /** Another copy may have a flagged answer. */
    @Test
    void sendsElsewhereWhileTheStoreIsBeingOpened() {
        applied.taken(HERE, 0, 0);
        Rooms opening = rooms(_ -> {
            throw new InvalidStateStoreException("initializing");
        });

        assertThatExceptionOfType(Moved.class).isThrownBy(() -> read(opening)).returns(false, Moved::mayBeOnTheLog);
    }

    @Test
    void answersOnceItHasFoldedAllThatWasOnTheLog() throws Exception {
        applied.taken(HERE, 4, 4);
        logEndsAt(5);
        FutureTask<Reading<Visitor>> reading = new FutureTask<>(() -> read(rooms));
        Thread reader = Thread.ofPlatform().daemon().start(reading);
        await().until(() -> reader.getState() == Thread.State.WAITING);
        fold(aRoomRequest(MARY, 1));
        applied.folded(HERE, 5);

        assertThat(reading.get(30, TimeUnit.SECONDS))
                .returns(ReadBy.INDEX, Reading::by)
                .satisfies(read -> assertThat(read.value().room()).isInstanceOf(OpenRoom.class));
    }

    @Test
    void sendsElsewhereWhenThePartitionLeavesWhileItIsRead() {
        applied.taken(HERE, 0, 0);
        logEndsAt(0);
        Question<Visitor> leaving = Question.of(MARY, ledger -> {
            applied.left(HERE);
            return ledger.visitor(MARY);
        });

        assertThatExceptionOfType(Moved.class).isThrownBy(() -> rooms.read(leaving, new Patience(LONG)));
    }

    @Test
    void isUnavailableWhenNothingCanBeProven() {
        applied.taken(HERE, 4, 4);
        logEndsAt(5);

        assertThatExceptionOfType(RoomsUnavailable.class)
                .isThrownBy(() -> rooms.read(WHO_IS_MARY, new Patience(Duration.ofMillis(1))))
                .withMessageContaining("no proof");
    }

    @Test
    void flagsAnOldAnswerThatIsOfUse() {
        fold(aRoomRequest(MARY, 1));
        applied.taken(HERE, 4, 4);
        logEndsAt(5);

        assertThat(rooms.read(WHO_IS_MARY.orOld(KnownVisitor.class::isInstance), new Patience(LONG))
                        .by())
                .isEqualTo(ReadBy.STANDBY);
    }

    @Test
    void asksTheBrokersAgainWhenTheyDoNotKnow() {
        applied.taken(HERE, 0, 0);
        ends.add(CompletableFuture.failedFuture(new IllegalStateException("no leader")));
        logEndsAt(0);

        assertThat(read(rooms).value()).isEqualTo(new Stranger(MARY));
    }

    @Test
    void passesOverOffsetsWithoutARecord() {
        applied.taken(HERE, 4, 4);
        logEndsAt(5);
        Rooms passing = new Rooms(
                new Copies(_ -> store, applied, (_, offset) -> offset == 5),
                new ProofByOffset(proofs()),
                _ -> HERE,
                new Meters(new SimpleMeterRegistry()));

        assertThat(read(passing).by()).isEqualTo(ReadBy.INDEX);
    }

    @Test
    void answersFromAStandbyThatHasGotThere() {
        fold(aRoomRequest(MARY, 1));
        new RowWriter(store, _ -> new byte[0]).applied(5);
        logEndsAt(5);

        assertThat(rooms.readStandby(WHO_IS_MARY, new Patience(LONG)))
                .hasValueSatisfying(reading -> assertThat(reading.by()).isEqualTo(ReadBy.INDEX));
    }

    @Test
    void flagsWhatAStandbyThatIsBehindSays() {
        fold(aRoomRequest(MARY, 1));
        new RowWriter(store, _ -> new byte[0]).applied(4);
        logEndsAt(5);

        assertThat(rooms.readStandby(WHO_IS_MARY.orOld(KnownVisitor.class::isInstance), new Patience(LONG)))
                .hasValueSatisfying(reading -> assertThat(reading.by()).isEqualTo(ReadBy.STANDBY));
        assertThat(rooms.readStandby(WHO_IS_MARY, new Patience(LONG))).isEmpty();
    }

    @Test
    void hasNothingToSayWithoutAStandby() {
        Rooms without = rooms(_ -> {
            throw new InvalidStateStoreException("not here");
        });

        assertThat(without.readStandby(WHO_IS_MARY, new Patience(LONG))).isEmpty();
    }

    @Test
    void isUnavailableWhenTheStoreStaysOutOfReach() {
        applied.taken(HERE, 0, 0);
        logEndsAt(0);
        Rooms moving = rooms(_ -> {
            throw new InvalidStateStoreException("on the move");
        });

        assertThatExceptionOfType(RoomsUnavailable.class)
                .isThrownBy(() -> moving.read(WHO_IS_MARY, new Patience(Duration.ofMillis(1))));
    }

    @Test
    void triesAgainWhenTheStoreIsNotReadableYet() {
        applied.taken(HERE, 0, 0);
        logEndsAt(0);
        AtomicInteger handles = new AtomicInteger();
        Rooms moving = rooms(_ -> {
            failOnce(handles);
            return store;
        });

        assertThat(read(moving).value()).isEqualTo(new Stranger(MARY));
    }

    @Test
    void takesANewHandleOnlyWhenTheOldOneIsOfNoUse() {
        applied.taken(HERE, 0, 0);
        logEndsAt(0);
        AtomicInteger handles = new AtomicInteger();
        AtomicInteger questions = new AtomicInteger();
        Rooms moving = rooms(_ -> {
            handles.incrementAndGet();
            return store;
        });

        for (int i = 0; i < 3; i++) {
            moving.read(
                    Question.of(MARY, rows -> {
                        failOnce(questions);
                        return rows.visitor(MARY);
                    }),
                    new Patience(LONG));
        }
        assertThat(handles).hasValue(2);
    }

    private static Reading<Visitor> read(Rooms rooms) {
        return rooms.read(WHO_IS_MARY, new Patience(LONG));
    }

    private static void failOnce(AtomicInteger calls) {
        if (calls.getAndIncrement() == 0) {
            throw new InvalidStateStoreException("on the move");
        }
    }
}
