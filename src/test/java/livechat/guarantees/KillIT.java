package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed in the middle of its work, with its broker in it, and nobody's room is lost or doubled. */
class KillIT {

    private static final int CLIENTS = 16;
    private static final int KILLS = 2;
    private static final int ANSWERS_BETWEEN_KILLS = 500;

    @TempDir
    private Path directory;

    private final AtomicReference<ServiceProcess> service = new AtomicReference<>();
    private final List<String> printedBefore = new ArrayList<>();
    private final Guarantees guarantees =
            new Guarantees(() -> printedBefore + service.get().told());
    private final Map<String, String> openRooms = new ConcurrentHashMap<>();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean over;

    @Test
    @Timeout(300)
    void keepsEveryAnsweredRoomOverKills() throws Exception {
        long seed = Long.getLong("livechat.seed", System.nanoTime());
        Map<String, String> place = ServiceProcess.place(directory);
        service.set(ServiceProcess.start(place).awaitReady());
        try (Visitors visitors = new Visitors(() -> service.get().http(), guarantees);
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> lives = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                SplittableRandom random = new SplittableRandom(seed + client);
                lives.add(clients.submit(() -> live(visitors, random)));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                awaitAnswers();
                restartAfterKill(place);
            }
            awaitAnswers();
            over = true;
            for (Future<?> life : lives) {
                life.get();
            }
            assertThat(openRooms)
                    .as("seed %d", seed)
                    .isNotEmpty()
                    .allSatisfy((token, roomId) -> assertThat(visitors.room(token))
                            .returns(roomId, Exchange::roomId)
                            .returns(false, Exchange::newRoom));
            guarantees.check(new TopicReader(service.get().brokers()));
        } finally {
            service.get().close();
        }
    }

    private void awaitAnswers() {
        int enough = answers.get() + ANSWERS_BETWEEN_KILLS;
        await().atMost(Duration.ofMinutes(2)).until(() -> answers.get() >= enough);
    }

    private void restartAfterKill(Map<String, String> place) throws IOException, InterruptedException {
        service.get().kill();
        printedBefore.add(service.get().printed());
        service.set(ServiceProcess.start(place));
        service.get().awaitReady();
    }

    /** Visitors come, some close their room, some come back. */
    private void live(Visitors visitors, SplittableRandom random) {
        String token = Visitors.aToken();
        while (!over) {
            String roomId = String.valueOf(visitors.room(token).roomId());
            assertThat(openRooms.put(token, roomId)).isIn(null, roomId);
            answers.incrementAndGet();
            switch (random.nextInt(4)) {
                case 0 -> {
                    assertThat(visitors.close(token, roomId).isAnswered()).isTrue();
                    answers.incrementAndGet();
                    openRooms.remove(token);
                }
                case 1 -> token = Visitors.aToken();
                default -> {
                    // The same visitor asks again.
                }
            }
        }
    }
}
