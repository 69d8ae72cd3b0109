package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import livechat.FreePort;
import livechat.log.Partitions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists over two instances, one of which stops for a while: all rooms, or none and the reason. */
@Timeout(300)
class RoomListIT {

    private static final String KEY = "5f1d7a84db00d2fce00b31a7fc73224f";
    private static final String HASH = "e582a3ab81d4fb2621e9ffbec5663841d5b112e59ce277a7bb4f66c53acf0aa1";
    private static final String ROOMS = "/api/v1/livechat/rooms";
    private static final Partitions PARTITIONS = new Partitions(4);
    private static final int ROOM_COUNT = 250;
    private static final int CLOSED = 10;

    @TempDir
    private static Path directory;

    private static BrokerOnly broker;
    private static ServiceProcess one;
    private static ServiceProcess other;
    private static HttpClient http;

    @BeforeAll
    static void start() throws IOException {
        broker = BrokerOnly.start(directory.resolve("broker"));
        one = ServiceProcess.start(place("one")).awaitReady();
        other = ServiceProcess.start(place("other")).awaitReady();
        http = HttpClient.newHttpClient();
    }

    private static Map<String, String> place(String name) {
        int port = FreePort.find();
        Map<String, String> place = new HashMap<>(broker.environment());
        place.put("SERVER_PORT", String.valueOf(port));
        place.put("SERVER_ADDRESS", "127.0.0.1");
        place.put("MANAGEMENT_SERVER_PORT", String.valueOf(FreePort.find()));
        place.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        place.put("LIVECHAT_DATA_DIR", directory.resolve(name).toString());
        place.put("LIVECHAT_ADVERTISED_ADDRESS", "127.0.0.1:" + port);
        place.put("LIVECHAT_TOPICS_PARTITIONS", String.valueOf(PARTITIONS.count()));
        place.put("LIVECHAT_API_KEYS", "nobody:" + HASH.replace('a', 'b') + ",test:" + HASH);
        return place;
    }

    @AfterAll
    static void stop() throws InterruptedException {
        http.shutdownNow();
        other.close();
        one.close();
        broker.close();
    }

    @Test
    void listsAllRoomsOfAllInstancesOrSaysWhichAreMissing() throws Exception {
        await().atMost(Duration.ofSeconds(60)).until(RoomListIT::isShared);
        Set<String> open = createRooms();

        for (ServiceProcess asked : List.of(one, other)) {
            assertThat(paged(asked, "")).hasSize(ROOM_COUNT).doesNotHaveDuplicates();
            assertThat(paged(asked, "open=true&")).containsExactlyInAnyOrderElementsOf(open);
            assertThat(paged(asked, "open=false&sort=%7B%22closedAt%22:1%7D&")).hasSize(CLOSED);
            assertThat(list(asked, "?roomName=guest&count=1").body()).doesNotContain("token", Visitors.TOKEN_PREFIX);
            assertThat(send(asked, ROOMS, Map.of("X-API-Key", HASH)).statusCode())
                    .isEqualTo(401);
        }
        staysWholeWhileOneStops();
        assertThat(one.told() + other.told()).doesNotContain(KEY, HASH, Visitors.TOKEN_PREFIX);
    }

    private static boolean isShared() throws Exception {
        Set<Integer> here = partitions(one);
        Set<Integer> there = partitions(other);
        return here.size() + there.size() == PARTITIONS.count() && !here.isEmpty() && !there.isEmpty();
    }

    /** What an instance says to another one. */
    private static Set<Integer> partitions(ServiceProcess service) throws Exception {
        JsonNode part = new JsonMapper()
                .readTree(send(service, ROOMS, Map.of("X-API-Key", KEY, "X-Livechat-Hop", "1"))
                        .body());
        Set<Integer> partitions = new TreeSet<>();
        part.path("partitions").forEach(partition -> partitions.add(partition.intValue()));
        return partitions;
    }

    private static Set<String> createRooms() throws Exception {
        Set<String> open = new HashSet<>();
        try (Visitors visitors = new Visitors(one::http, new Guarantees(one::told))) {
            for (int i = 0; i < ROOM_COUNT; i++) {
                String token = Visitors.aToken();
                String id = Objects.requireNonNull(visitors.room(token).roomId());
                open.add(id);
                if (i < CLOSED) {
                    assertThat(visitors.close(token, id).isAnswered()).isTrue();
                    open.remove(id);
                }
            }
        }
        return open;
    }

    private static List<String> paged(ServiceProcess service, String filter) throws Exception {
        List<String> ids = new ArrayList<>();
        long total;
        do {
            HttpResponse<String> answer = list(service, "?" + filter + "count=100&offset=" + ids.size());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode page = new JsonMapper().readTree(answer.body());
            assertThat(page.path("count").intValue())
                    .isEqualTo(page.path("rooms").size())
                    .isPositive();
            page.path("rooms").forEach(room -> ids.add(room.path("_id").stringValue()));
            total = page.path("total").longValue();
        } while (ids.size() < total);
        return ids;
    }

    private static void staysWholeWhileOneStops() throws Exception {
        Set<Integer> stopped = partitions(other);
        signal("STOP");
        List<HttpResponse<String>> refusals = new ArrayList<>();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                HttpResponse<String> answer = list(one, "?count=1");
                if (answer.statusCode() == 503) {
                    refusals.add(answer);
                    return false;
                }
                return isWhole(answer);
            });
        } finally {
            signal("CONT");
        }
        assertThat(refusals)
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal.headers().map()).containsKey("retry-after"));
        String missing = String.join(", ", stopped.stream().map(String::valueOf).toList());
        assertThat(refusals.getFirst().body())
                .contains("\"error\":\"rooms-unavailable\"", "no answer about partitions " + missing);
        await().atMost(Duration.ofSeconds(60)).until(() -> list(other, "?count=1"), RoomListIT::isWhole);
    }

    private static boolean isWhole(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            assertThat(answer.statusCode()).isEqualTo(503);
            return false;
        }
        assertThat(new JsonMapper().readTree(answer.body()).path("total").intValue())
                .isEqualTo(ROOM_COUNT);
        return true;
    }

    private static void signal(String name) throws Exception {
        Process kill = new ProcessBuilder(
                        "kill", "-" + name, String.valueOf(other.process().pid()))
                .start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS) && kill.exitValue() == 0).isTrue();
    }

    private static HttpResponse<String> list(ServiceProcess service, String query) throws Exception {
        return send(service, ROOMS + query, Map.of("Authorization", "Bearer " + KEY));
    }

    private static HttpResponse<String> send(ServiceProcess service, String path, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(service.http() + path)).timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
