package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What time asks for, by itself: an idle room is closed, then forgotten, and its visitor after it. */
@Timeout(240)
class TimerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path directory;

    private static ServiceProcess service;
    private static HttpClient http;
    private static Platform platform;

    private final String token = Visitors.aToken();

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> place = new HashMap<>(ServiceProcess.place(directory));
        place.put("LIVECHAT_API_KEYS", "test:" + Platform.HASH);
        place.put("LIVECHAT_ROOM_IDLE_CLOSE_AFTER", "2s");
        place.put("LIVECHAT_ROOM_RETENTION", "2s");
        // Within a minute after its last change a visitor is still remembered, and refused to be forgotten.
        place.put("LIVECHAT_VISITOR_RETENTION", "70s");
        place.put("LIVECHAT_TIMER_PAUSE", "500ms");
        service = ServiceProcess.start(place).awaitReady();
        http = HttpClient.newHttpClient();
        platform = new Platform(service, http);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        http.close();
        service.close();
    }

    private static List<TopicReader.Message> happened(String type) {
        return new TopicReader(service.brokers())
                .events().stream()
                        .filter(message -> message.type().equals("livechat." + type + ".v1"))
                        .toList();
    }

    @Test
    void closesAnIdleRoomAndForgetsItAndItsVisitor() throws Exception {
        JsonNode room = platform.get("room?token=" + token).get("room");
        String visitor = room.at("/v/_id").stringValue();

        await().atMost(PATIENCE).until(() -> !happened("room-closed").isEmpty());
        await().atMost(PATIENCE).until(() -> !happened("room-forgotten").isEmpty());
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !happened("visitor-forgotten").isEmpty());

        TopicReader.Message closed = happened("room-closed").getFirst();
        assertThat(closed.key()).isEqualTo(room.at("/_id").stringValue());
        assertThat(happened("room-closed")).hasSize(1);
        assertThat(happened("room-forgotten")).hasSize(1);
        assertThat(happened("visitor-forgotten"))
                .singleElement()
                .extracting(TopicReader.Message::key)
                .isEqualTo(visitor);
        assertThat(happened("request-refused")).isEmpty();
        assertThat(service.told()).doesNotContain(token);
        assertThat(platform.get("room?token=" + token).at("/room/v/_id").stringValue())
                .isNotEqualTo(visitor);
    }
}
