package livechat.query;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.landed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import livechat.room.Room;
import livechat.store.Applied;
import livechat.store.RowWriter;
import livechat.store.Rows;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing is listed of a copy that may be behind its log. */
@Timeout(60)
class ProvenRowsTests {

    private static final int HERE = 3;
    private static final Patience LONG = new Patience(Duration.ofMinutes(5));

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("rooms").get();
    private final Applied applied = new Applied();
    private final List<Room> seen = new ArrayList<>();

    private CompletableFuture<Long> end = CompletableFuture.completedFuture(7L);

    private final ReadIndex index = new ReadIndex(_ -> Map.of(HERE, end));
    private final ProvenRows rows = rows(new Copies(_ -> store, applied, (_, _) -> false));

    private ProvenRows rows(Copies copies) {
        return new ProvenRows(copies, index, applied);
    }

    @BeforeEach
    void fold() {
        new RowWriter(store, _ -> new byte[0]).keep(Room.decide(landed(aRoomRequest(MARY, 1), 7), new Rows(store)));
    }

    @Test
    void showsRoomsOfACopyThatIsAsFarAsTheLog() throws InterruptedException {
        applied.taken(HERE, 7, 7);

        assertThat(rows.partitions()).containsExactly(HERE);
        assertThat(rows.forEachRoom(HERE, seen::add, LONG)).isTrue();
        assertThat(seen).hasSize(1);
    }

    @Test
    void showsNothingOfACopyThatIsBehind() throws InterruptedException {
        applied.taken(HERE, 6, 6);

        assertThat(rows.forEachRoom(HERE, seen::add, LONG)).isFalse();
        assertThat(seen).isEmpty();
    }

    @Test
    void showsNothingWhileNobodyKnowsHowFarTheLogIs() throws InterruptedException {
        applied.taken(HERE, 7, 7);
        end = new CompletableFuture<>();

        assertThat(rows.forEachRoom(HERE, seen::add, LONG)).isFalse();
        assertThat(seen).isEmpty();
    }

    @Test
    void doesNotStandForAPartitionThatIsNotHereOrLeaves() throws InterruptedException {
        assertThat(rows.forEachRoom(HERE, seen::add, LONG)).isFalse();

        applied.taken(HERE, 7, 7);
        assertThat(rows.forEachRoom(HERE, _ -> applied.left(HERE), LONG)).isFalse();
    }

    @Test
    void doesNotStandForAStoreThatIsOutOfReach() throws InterruptedException {
        applied.taken(HERE, 7, 7);
        ProvenRows moving = rows(new Copies(
                _ -> {
                    throw new InvalidStateStoreException("on the move");
                },
                applied,
                (_, _) -> false));

        assertThat(moving.forEachRoom(HERE, seen::add, LONG)).isFalse();
    }

    @Test
    void doesNotStandForACopyWithoutALeaseWhereOneIsNeeded() throws InterruptedException {
        boolean[] leased = {false};
        applied.under(_ -> leased[0]);
        applied.taken(HERE, 7, 7);
        assertThat(rows.forEachRoom(HERE, seen::add, LONG)).isFalse();
        assertThat(seen).isEmpty();
        leased[0] = true;

        assertThat(rows.forEachRoom(HERE, _ -> leased[0] = false, LONG)).isFalse();
    }
}
