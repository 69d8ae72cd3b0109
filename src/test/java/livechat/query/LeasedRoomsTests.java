package livechat.query;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.landed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import livechat.ops.Meters;
import livechat.room.KnownVisitor;
import livechat.room.OpenRoom;
import livechat.room.Room;
import livechat.room.Stranger;
import livechat.room.Visitor;
import livechat.store.Applied;
import livechat.store.Lease;
import livechat.store.RowWriter;
import livechat.store.Rows;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reads under a lease: nothing but the lease, the stay and the barrier are looked at, before and after. */
@Timeout(60)
class LeasedRoomsTests {

    private static final int HERE = 3;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Question<Visitor> WHO_IS_MARY = Question.of(MARY, rows -> rows.visitor(MARY));

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("rooms").get();
    private final Applied applied = new Applied(Lease.NONE);
    private final Rooms rooms = new Rooms(
            new Copies(_ -> store, applied, (_, _) -> false),
            new ProofByLease(),
            _ -> HERE,
            new Meters(new SimpleMeterRegistry()));

    private volatile boolean leased = true;

    @BeforeEach
    void open() {
        applied.under(_ -> leased);
        new RowWriter(store, _ -> new byte[0]).keep(Room.decide(landed(aRoomRequest(MARY, 1), 0), new Rows(store)));
    }

    private Reading<Visitor> read(Duration patience) {
        return rooms.read(WHO_IS_MARY, new Patience(patience));
    }

    @Test
    void answersAtOnceWhileThePartitionIsItsOwn() {
        applied.taken(HERE, 4, 4);

        Reading<Visitor> reading = read(LONG);
        assertThat(reading.by()).isEqualTo(ReadBy.LEASE);
        assertThat(reading.value().room()).isInstanceOf(OpenRoom.class);
    }

    @Test
    void answersNothingWithoutALease() {
        applied.taken(HERE, 4, 4);
        leased = false;

        assertThatExceptionOfType(RoomsUnavailable.class).isThrownBy(() -> read(SHORT));
    }

    /** Who was the owner before may have told of all that was on the log by then. */
    @Test
    void answersNothingBeforeItHasFoldedWhatWasOnTheLogWhenThePartitionCame() {
        applied.taken(HERE, 4, 5);
        assertThatExceptionOfType(RoomsUnavailable.class).isThrownBy(() -> read(SHORT));
        applied.folded(HERE, 5);

        assertThat(read(LONG).by()).isEqualTo(ReadBy.LEASE);
    }

    @Test
    void throwsAwayWhatWasReadWhenTheLeaseEndsMeanwhile() {
        applied.taken(HERE, 4, 4);
        AtomicInteger looks = new AtomicInteger();
        Question<Visitor> question = Question.of(MARY, rows -> {
            leased = looks.getAndIncrement() > 0;
            return rows.visitor(MARY);
        });

        assertThat(rooms.read(question, new Patience(LONG)).by()).isEqualTo(ReadBy.LEASE);
        assertThat(looks)
                .as("once in vain, once as the lease came back, once more")
                .hasValue(3);
    }

    /** The store was emptied and filled up to the last commit, and nobody else had the partition: the lease goes on. */
    @Test
    void throwsAwayWhatWasReadWhenThePartitionComesAgainMeanwhile() {
        applied.taken(HERE, 4, 4);
        Question<Visitor> question = Question.of(MARY, rows -> {
            applied.taken(HERE, 3, 4);
            return rows.visitor(MARY);
        });

        assertThatExceptionOfType(Moved.class).isThrownBy(() -> rooms.read(question, new Patience(LONG)));
    }

    @Test
    void doesNotCountALeaseThatComesWhileItReads() {
        applied.taken(HERE, 4, 4);
        leased = false;
        AtomicInteger looks = new AtomicInteger();
        Question<Visitor> question = Question.of(MARY, rows -> {
            leased = true;
            looks.incrementAndGet();
            return rows.visitor(MARY);
        });
        rooms.read(question, new Patience(LONG));

        assertThat(looks).hasValue(2);
    }

    @Test
    void waitsForTheLeaseToComeBack() throws Exception {
        applied.taken(HERE, 4, 4);
        leased = false;
        FutureTask<Reading<Visitor>> reading = new FutureTask<>(() -> read(LONG));
        Thread reader = Thread.ofPlatform().daemon().start(reading);
        await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);
        leased = true;

        assertThat(reading.get(30, TimeUnit.SECONDS).by()).isEqualTo(ReadBy.LEASE);
    }

    @Test
    void flagsWhatIsOfUseWithoutALease() {
        applied.taken(HERE, 4, 4);
        leased = false;

        assertThat(rooms.read(WHO_IS_MARY.orOld(KnownVisitor.class::isInstance), new Patience(LONG))
                        .by())
                .isEqualTo(ReadBy.STANDBY);
    }

    @Test
    void sendsElsewhereWhenThePartitionHasLeft() {
        applied.taken(HERE, 4, 4);
        applied.left(HERE);

        assertThatExceptionOfType(Moved.class).isThrownBy(() -> read(LONG));
    }

    @Test
    void provesNothingThatOnlyLeadsToARequest() {
        applied.taken(HERE, 4, 4);
        leased = false;

        assertThat(rooms.read(WHO_IS_MARY.orOfTheLog(visitor -> !(visitor instanceof Stranger)), new Patience(LONG))
                        .by())
                .isEqualTo(ReadBy.LOG);
    }

    /** As far as the log it may be, and still ahead of what the owner has answered. */
    @Test
    void flagsEverythingThatAStandbySays() {
        new RowWriter(store, _ -> new byte[0]).applied(5);

        assertThat(rooms.readStandby(WHO_IS_MARY.orOld(KnownVisitor.class::isInstance), new Patience(LONG)))
                .hasValueSatisfying(reading -> assertThat(reading.by()).isEqualTo(ReadBy.STANDBY));
        assertThat(rooms.readStandby(WHO_IS_MARY, new Patience(LONG))).isEmpty();
    }
}
