package livechat.cluster;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/** Many clients, busy about a few visitors at a time, with new visitors coming all the while. */
final class Crowd implements AutoCloseable {

    private static final int CLIENTS = 32;

    /** Few enough that several clients are about the same visitor at once. */
    private static final int VISITORS = 24;

    /** So that a visitor's history stays short enough to be checked whole. */
    private static final int OPERATIONS_PER_VISITOR = 30;

    /** On average half of it between two calls: some 200 calls a second, which leave two cores time for the faults. */
    private static final int LONGEST_PAUSE_MILLIS = 300;

    private static final List<String> STATUSES = List.of("online", "away", "busy", "offline");

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Supplier<List<URI>> doors;
    private final History history;
    private final AtomicReferenceArray<Visitor> visitors = new AtomicReferenceArray<>(VISITORS);
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> lives = new ArrayList<>();

    Crowd(Supplier<List<URI>> doors, History history, long seed) {
        this.doors = doors;
        this.history = history;
        for (int slot = 0; slot < VISITORS; slot++) {
            visitors.set(slot, Visitor.arriving());
        }
        for (int client = 0; client < CLIENTS; client++) {
            SplittableRandom random = new SplittableRandom(seed + client);
            int first = client;
            lives.add(threads.submit(() -> live(random, first)));
        }
    }

    private void live(SplittableRandom random, int first) {
        Client client = new Client(doors, history, first);
        try {
            while (!over.await(random.nextInt(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS)) {
                Visitor visitor = pick(random.nextInt(VISITORS));
                client.call(visitor, wish(visitor, random), random.nextBoolean());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Visitor pick(int slot) {
        Visitor visitor = visitors.get(slot);
        if (visitor.pick() == OPERATIONS_PER_VISITOR) {
            visitors.set(slot, Visitor.arriving());
        }
        return visitor;
    }

    private static Wish wish(Visitor visitor, SplittableRandom random) {
        String roomId = visitor.lastSeen();
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> new Wish.Look();
            case 5, 6, 7, 8, 9, 10, 11, 12 -> roomId == null ? new Wish.Get() : about(roomId, random);
            default -> new Wish.Get();
        };
    }

    /** A status of eight, four messages, and three times the room closed. */
    private static Wish about(String roomId, SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Wish.Appear(STATUSES.get(random.nextInt(STATUSES.size())));
            case 1, 2, 3, 4 -> new Wish.Say(roomId, UUID.randomUUID().toString());
            default -> new Wish.Close(roomId);
        };
    }

    /** Returns when this many more calls have been answered. */
    void awaitAnswers(int more) {
        int enough = history.answered() + more;
        await().atMost(LIMIT).until(() -> history.answered() >= enough);
    }

    /** Everybody finishes what they are about. */
    @Override
    public void close() throws Exception {
        over.countDown();
        for (Future<?> life : lives) {
            life.get(1, TimeUnit.MINUTES);
        }
        threads.close();
    }
}
