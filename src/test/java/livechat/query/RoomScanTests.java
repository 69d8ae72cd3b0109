package livechat.query;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.PAUL;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.landed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import livechat.room.InMemoryLedger;
import livechat.room.OpenRoom;
import livechat.room.Room;
import livechat.room.Token;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Going through the rooms that are here. */
@Timeout(60)
class RoomScanTests {

    private static final Patience LONG = new Patience(Duration.ofMinutes(5));

    private final Map<Integer, List<Room>> rooms = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    /** Partitions that leave when all of their rooms have been shown. */
    private final Set<Integer> leaving = ConcurrentHashMap.newKeySet();

    private final RoomScan scan = new RoomScan(new Here(), threads);

    private class Here implements RoomScan.Source {

        @Override
        public Set<Integer> partitions() {
            return rooms.keySet();
        }

        @Override
        public boolean forEachRoom(int partition, Consumer<Room> watcher, Patience patience) {
            rooms.getOrDefault(partition, List.of()).forEach(watcher);
            return !leaving.contains(partition);
        }
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static Room aRoom(Token token, int number) {
        InMemoryLedger ledger = new InMemoryLedger();
        ledger.fold(landed(aRoomRequest(token, number), 0));
        return ledger.visitor(token).room();
    }

    private Part<List<Room>> scan(Set<Integer> wanted) {
        return scan.scan(wanted, Collectors.toList(), LONG);
    }

    @Test
    void showsTheRoomsOfThoseWantedThatAreHere() {
        rooms.put(1, List.of(aRoom(MARY, 1)));
        rooms.put(2, List.of(aRoom(PAUL, 2)));
        rooms.put(3, List.of(aRoom(PAUL, 3)));

        assertThat(scan(Set.of(1, 3, 5)).partitions()).containsExactly(1, 3);
        assertThat(scan(Set.of(1, 3, 5)).answer().stream().map(RoomScanTests::id))
                .containsExactlyInAnyOrder("room-1", "room-3");
    }

    @Test
    void forgetsTheRoomsOfAPartitionThatLeftMeanwhile() {
        rooms.put(1, List.of(aRoom(MARY, 1)));
        rooms.put(2, List.of(aRoom(PAUL, 2)));
        leaving.add(2);

        assertThat(scan(Set.of(1, 2)).partitions()).containsExactly(1);
        assertThat(scan(Set.of(1, 2)).answer().stream().map(RoomScanTests::id)).containsExactly("room-1");
    }

    @Test
    void givesUpWhenTimeIsOver() {
        rooms.put(1, List.of(aRoom(MARY, 1)));

        assertThatExceptionOfType(RoomsUnavailable.class)
                .isThrownBy(() -> scan.scan(Set.of(1), Collectors.toList(), new Patience(Duration.ZERO)));
    }

    @Test
    void doesNotComputeInVirtualThreads() throws InterruptedException {
        rooms.put(1, List.of(aRoom(MARY, 1)));
        Set<Boolean> virtual = ConcurrentHashMap.newKeySet();

        Thread.ofVirtual()
                .start(() -> scan.scan(
                        Set.of(1),
                        Collectors.mapping(
                                _ -> virtual.add(Thread.currentThread().isVirtual()), Collectors.toList()),
                        LONG))
                .join();

        assertThat(virtual).containsExactly(false);
    }

    @Test
    void isUnavailableWhenTooManyWait() throws InterruptedException {
        try (ExecutorService one = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>())) {
            CountDownLatch end = new CountDownLatch(1);
            one.execute(() -> awaitUninterrupted(end));

            assertThatExceptionOfType(RoomsUnavailable.class)
                    .isThrownBy(() -> new RoomScan(new Here(), one).scan(Set.of(), Collectors.toList(), LONG))
                    .withMessage("too many lists at once");
            end.countDown();
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(Room room) {
        return ((OpenRoom) room).id().value();
    }
}
