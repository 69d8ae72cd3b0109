package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the service starts and ends, as its operator sees it. */
class LifecycleIT {

    private static final int EXIT_CODE_OF_SIGTERM = 143;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    @Test
    void keepsRoomsOverACleanStop() throws Exception {
        Map<String, String> place = ServiceProcess.place(directory);
        String token = Visitors.aToken();
        Exchange before = roomOf(token, place);
        Exchange after = roomOf(token, place);

        assertThat(before.newRoom()).isTrue();
        assertThat(after).returns(before.roomId(), Exchange::roomId).returns(false, Exchange::newRoom);
    }

    /** Each start takes the partitions over: session, lease and barrier included. */
    @Test
    void keepsRoomsUnderALease() throws Exception {
        Map<String, String> place = new HashMap<>(ServiceProcess.place(directory));
        place.put("LIVECHAT_READS", "lease");
        String token = Visitors.aToken();
        Exchange before = roomOf(token, place);
        try (ServiceProcess service = ServiceProcess.start(place).awaitReady();
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest get = HttpRequest.newBuilder(service.http().resolve("/api/v1/livechat/room?token=" + token))
                    .build();
            HttpResponse<String> after = await().atMost(LIMIT)
                    .until(() -> http.send(get, HttpResponse.BodyHandlers.ofString()), LifecycleIT::isUnderALease);

            assertThat(after.body()).contains(String.valueOf(before.roomId())).contains("\"newRoom\":false");
        }
    }

    private static boolean isUnderALease(HttpResponse<?> response) {
        return response.headers()
                .firstValue("X-Room-Read")
                .filter("lease"::equals)
                .isPresent();
    }

    private static Exchange roomOf(String token, Map<String, String> place) throws Exception {
        try (ServiceProcess service = ServiceProcess.start(place).awaitReady();
                Visitors visitors = new Visitors(service::http, new Guarantees(service::printed))) {
            Exchange exchange = visitors.roomOnce(token);
            assertThat(service.stop()).isEqualTo(EXIT_CODE_OF_SIGTERM);
            assertThat(service.printed()).contains("without replication").doesNotContain("ERROR", "Exception");
            assertThat(service.printed().lines().filter(line -> line.contains(" WARN ")))
                    .as("warnings of a healthy run")
                    .allMatch(line -> line.contains("without replication"));
            return exchange;
        }
    }

    @Test
    void refusesADirectoryOrAPortThatAnotherProcessUses() throws Exception {
        Map<String, String> place = ServiceProcess.place(directory);
        try (ServiceProcess first = ServiceProcess.start(place).awaitReady()) {
            Map<String, String> sameDirectory = new HashMap<>(ServiceProcess.place(directory));
            Map<String, String> samePort = new HashMap<>(ServiceProcess.place(directory.resolve("other")));
            samePort.put("LIVECHAT_BROKER_PORT", place.get("LIVECHAT_BROKER_PORT"));

            assertThat(refusal(sameDirectory)).contains("in use by another").contains("LIVECHAT_DATA_DIR");
            assertThat(refusal(samePort))
                    .contains(place.get("LIVECHAT_BROKER_PORT"))
                    .contains("LIVECHAT_BROKER_PORT");
            assertThat(first.process().isAlive()).isTrue();
        }
    }

    private static String refusal(Map<String, String> environment) throws Exception {
        try (ServiceProcess second = ServiceProcess.start(environment)) {
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.printed()).doesNotContain("\tat ");
            return second.printed();
        }
    }
}
