package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on a real broker: many visitors, many at once, one room each. */
class MainJobIT {

    private static final int FIRST_CALLS = 200;
    private static final int TOKENS = 10_000;
    private static final int CLIENTS = 32;

    @TempDir
    private static Path directory;

    private static ServiceProcess service;

    @BeforeAll
    static void start() throws IOException {
        service = ServiceProcess.start(ServiceProcess.place(directory)).awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.close();
    }

    private final Guarantees guarantees = new Guarantees(service::told);

    @Test
    void givesOneRoomToTwoHundredSimultaneousFirstCalls() throws Exception {
        String token = Visitors.aToken();
        List<Exchange> exchanges;
        try (Visitors visitors = new Visitors(service::http, guarantees)) {
            exchanges = atOnce(
                    FIRST_CALLS,
                    IntStream.range(0, FIRST_CALLS)
                            .<Callable<Exchange>>mapToObj(_ -> () -> visitors.roomOnce(token))
                            .toList());
        }
        assertThat(exchanges).allMatch(Exchange::isAnswered);
        assertThat(exchanges)
                .extracting(Exchange::roomId)
                .containsOnly(exchanges.getFirst().roomId());
        assertThat(exchanges).filteredOn(Exchange::newRoom).hasSize(1);
        check();
        assertThat(created(exchanges.getFirst().roomId())).isEqualTo(1);
    }

    @Test
    void givesTenThousandVisitorsOneRoomEach() throws Exception {
        List<Exchange> exchanges;
        try (Visitors visitors = new Visitors(service::http, guarantees)) {
            exchanges = atOnce(
                    CLIENTS,
                    IntStream.range(0, TOKENS)
                            .<Callable<Exchange>>mapToObj(_ -> () -> visitors.roomOnce(Visitors.aToken()))
                            .toList());
        }
        assertThat(exchanges).hasSize(TOKENS).allMatch(Exchange::isAnswered).allMatch(Exchange::newRoom);
        assertThat(exchanges).extracting(Exchange::roomId).doesNotHaveDuplicates();
        check();
    }

    @Test
    void givesARetryTheAnswerOfTheFirstTry() throws Exception {
        String token = Visitors.aToken();
        String path = "/api/v1/livechat/room?token=" + token;
        try (Visitors visitors = new Visitors(service::http, guarantees)) {
            String created = visitors.again(path, "", "create-create-create");
            assertThat(created).contains("\"newRoom\":true");
            assertThat(visitors.again(path, "", "create-create-create")).isEqualTo(created);

            String roomId = String.valueOf(visitors.roomOnce(token).roomId());
            String close = "{\"token\":\"" + token + "\",\"rid\":\"" + roomId + "\"}";
            String closed = visitors.again("/api/v1/livechat/room.close", close, "close-close-close");
            assertThat(closed).contains("\"success\":true");
            assertThat(visitors.again("/api/v1/livechat/room.close", close, "close-close-close"))
                    .isEqualTo(closed);
            assertThat(visitors.again("/api/v1/livechat/room.close", close, "close-another-time"))
                    .contains("room-closed");
            assertThat(visitors.again(path, "", "close-close-close")).contains("idempotency-key-reused");
        }
    }

    private void check() {
        guarantees.check(new TopicReader(service.brokers()));
    }

    private static long created(String roomId) {
        return new TopicReader(service.brokers())
                .events().stream()
                        .filter(event ->
                                event.type().equals("livechat.room-created.v1") && Objects.equals(event.key(), roomId))
                        .count();
    }

    private static List<Exchange> atOnce(int clients, List<Callable<Exchange>> calls) throws Exception {
        List<Exchange> exchanges = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (Future<Exchange> exchange : threads.invokeAll(calls)) {
                exchanges.add(exchange.get());
            }
        }
        return exchanges;
    }
}
