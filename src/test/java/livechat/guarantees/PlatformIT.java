package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import livechat.directory.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An agent's life by HTTP: take, answer, hold, forward, note, close; and what is refused on the way. */
@Timeout(180)
class PlatformIT {

    @TempDir
    private static Path directory;

    private static ServiceProcess service;
    private static HttpClient http;
    private static Platform platform;

    private final String token = Visitors.aToken();
    private String room = "none yet";

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> place = new HashMap<>(ServiceProcess.place(directory));
        place.put("LIVECHAT_API_KEYS", "test:" + Platform.HASH);
        service = ServiceProcess.start(place).awaitReady();
        http = HttpClient.newHttpClient();
        platform = new Platform(service, http);
        Samples.write(service.brokers());
        await().until(() -> !error("message.agent", "{'rid':'none','userId':'agent-ben','msg':'x'}")
                        .equals("error-invalid-user")
                && error("room.forward", "{'roomId':'none','departmentId':'none'}")
                        .equals("error-invalid-department"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        http.close();
        service.close();
    }

    @BeforeEach
    void openARoom() throws Exception {
        room = now().at("/_id").stringValue();
    }

    private JsonNode now() throws Exception {
        return platform.get("room?token=" + token).get("room");
    }

    private JsonNode done(String path, String body) throws Exception {
        JsonNode answer = platform.post(path, body.replace("ROOM", room));
        assertThat(answer.at("/success").booleanValue(false))
                .as("%s: %s", path, answer)
                .isTrue();
        return answer;
    }

    private String refused(String path, String body) throws Exception {
        return error(path, body.replace("ROOM", room));
    }

    private static String error(String path, String body) throws Exception {
        return platform.post(path, body).path("error").stringValue("none");
    }

    @Test
    void servesARoomFromTheQueueToItsEnd() throws Exception {
        JsonNode taken = done("inquiries.take", "{'inquiryId':'ROOM','userId':'agent-ben'}");
        assertThat(taken.at("/inquiry/rid").stringValue()).isEqualTo(room);
        assertThat(now().at("/servedBy/username").stringValue()).isEqualTo("ben");

        JsonNode said = done("message.agent", "{'rid':'ROOM','userId':'agent-ben','msg':'Hello'}");
        assertThat(now().at("/lastMessage")).isEqualTo(said.at("/message"));
        assertThat(now().at("/responseBy/_id").stringValue()).isEqualTo("agent-ben");

        done("room.onHold", "{'roomId':'ROOM'}");
        assertThat(now().at("/onHold").booleanValue()).isTrue();
        done("room.resumeOnHold", "{'roomId':'ROOM'}");
        assertThat(now().has("onHold")).isFalse();

        done("room.saveInfo", "{'roomData':{'_id':'ROOM','topic':'A refund','tags':['vip'],'priorityId':'high'}}");
        assertThat(now().at("/topic").stringValue()).isEqualTo("A refund");
        assertThat(now().at("/priorityId").stringValue()).isEqualTo("high");

        done("room.forward", "{'roomId':'ROOM','userId':'agent-anna','comment':'wants a refund'}");
        assertThat(now().at("/servedBy/username").stringValue()).isEqualTo("anna");
        assertThat(now().at("/lastMessage/msg").stringValue()).isEqualTo("wants a refund");
        assertThat(now().at("/lastMessage/t").stringValue()).isEqualTo("livechat_transfer_history");

        done("room.closeByUser", "{'rid':'ROOM','userId':'agent-carla','comment':'done','tags':['solved']}");
        assertThat(now().at("/_id").stringValue()).isNotEqualTo(room);
        assertThat(service.told()).doesNotContain(token, Platform.KEY);
    }

    @Test
    void refusesInUpstreamsWords() throws Exception {
        assertThat(refused("room.onHold", "{'roomId':'ROOM'}"))
                .isEqualTo("error-unserved-rooms-cannot-be-placed-onhold");
        assertThat(refused("room.resumeOnHold", "{'roomId':'ROOM'}")).isEqualTo("error-room-not-on-hold");
        done("inquiries.take", "{'roomId':'ROOM','userId':'agent-ben'}");
        assertThat(refused("inquiries.take", "{'roomId':'ROOM','userId':'agent-anna'}"))
                .isEqualTo("room-taken");
        assertThat(refused("room.forward", "{'roomId':'ROOM','userId':'agent-ben'}"))
                .isEqualTo("error-selected-agent-room-agent-are-same");
        assertThat(refused("room.onHold", "{'roomId':'ROOM'}"))
                .isEqualTo("error-contact-sent-last-message-so-cannot-place-on-hold");
        done("room.closeByUser", "{'rid':'ROOM','userId':'agent-ben'}");
        assertThat(refused("room.closeByUser", "{'rid':'ROOM','userId':'agent-ben'}"))
                .isEqualTo("error-room-closed");
        assertThat(refused("room.forward", "{'roomId':'ROOM','userId':'agent-anna'}"))
                .isEqualTo("This_conversation_is_already_closed");
        assertThat(refused("room.onHold", "{'roomId':'ROOM'}")).isEqualTo("error-room-already-closed");
        assertThat(refused("message.agent", "{'rid':'ROOM','userId':'agent-ben','msg':'x'}"))
                .isEqualTo("room-closed");
        done("room.saveInfo", "{'roomData':{'_id':'ROOM','topic':'after all'}}");
        assertThat(error("room.saveInfo", "{'roomData':{'_id':'nobodysRoom234567','topic':'x'}}"))
                .isEqualTo("error-invalid-room");
    }

    @Test
    void refusesWhatWouldBeTooLongAndNamesNobodysMessageTwice() throws Exception {
        done("message.agent", "{'rid':'ROOM','userId':'agent-ben','msg':'x','_id':'mine'}");
        done("message.agent", "{'rid':'ROOM','userId':'agent-ben','msg':'x','_id':'mine'}");
        assertThat(now().at("/msgs").intValue()).isEqualTo(1);
        assertThat(refused("message.agent", "{'rid':'ROOM','userId':'agent-ben','msg':'y','_id':'mine'}"))
                .isEqualTo("message-id-reused");
        String tooLong = "{'rid':'ROOM','userId':'agent-ben','msg':'" + "x".repeat(5001) + "'}";
        assertThat(refused("message.agent", tooLong)).isEqualTo("message-length-exceeds-character-limit");
    }

    @Test
    void doesOnceWhatIsAskedTwiceUnderOneKey() throws Exception {
        Map<String, String> key = Map.of("Idempotency-Key", "platform-key-0123456789");
        String said = "{'rid':'%s','userId':'agent-ben','msg':'Hello'}";
        JsonNode once = platform.post(key, "message.agent", said, room);
        assertThat(platform.post(key, "message.agent", said, room)).isEqualTo(once);
        assertThat(now().at("/msgs").intValue()).isEqualTo(1);

        Map<String, String> other = Map.of("Idempotency-Key", "another-key-0123456789");
        String forward = "{'roomId':'%s','userId':'agent-anna','comment':'again'}";
        for (int i = 0; i < 2; i++) {
            assertThat(platform.post(other, "room.forward", forward, room)
                            .path("success")
                            .booleanValue())
                    .isTrue();
        }
        assertThat(now().at("/usersCount").intValue()).isEqualTo(2);
        assertThat(now().at("/msgs").intValue()).isEqualTo(2);
    }
}
