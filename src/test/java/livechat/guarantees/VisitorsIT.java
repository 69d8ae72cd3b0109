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
import java.util.HashMap;
import java.util.Map;
import livechat.directory.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a visitor's client does before its first message: config, registration, room; and who is there to help. */
class VisitorsIT {

    private static final String API = "/api/v1/livechat/";

    @TempDir
    private static Path directory;

    private static ServiceProcess service;
    private static HttpClient http;

    private final String token = Visitors.aToken();

    @BeforeAll
    static void start() throws Exception {
        service = ServiceProcess.start(ServiceProcess.place(directory)).awaitReady();
        http = HttpClient.newHttpClient();
        Samples.write(service.brokers());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        http.close();
        service.close();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(service, HttpRequest.newBuilder(), path);
    }

    private JsonNode register(String members) throws IOException, InterruptedException {
        String body = "{\"visitor\":{\"token\":\"" + token + "\"" + members + "}}";
        HttpRequest.Builder post = HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body));
        return send(service, post, "visitor");
    }

    private static JsonNode send(ServiceProcess service, HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        URI uri = URI.create(service.http() + API + path);
        return new JsonMapper()
                .readTree(http.send(request.uri(uri).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    @Test
    void tellsAClientHowToStartAndWhereItsVisitorWas() throws Exception {
        assertThat(get("config").at("/config/online").booleanValue()).isTrue();
        assertThat(get("config?token=" + token).at("/config").has("guest")).isFalse();

        register(",\"name\":\"Mary\"");
        assertThat(get("config?token=" + token).at("/config/guest/name").stringValue())
                .isEqualTo("Mary");
        assertThat(get("config?token=" + token).at("/config").has("room")).isFalse();

        JsonNode room = get("room?token=" + token);
        JsonNode config = get("config?token=" + token).at("/config");
        assertThat(config.at("/room/_id")).isEqualTo(room.at("/room/_id"));
        assertThat(config.at("/room/open").booleanValue()).isTrue();
        assertThat(config.has("agent")).isFalse();
    }

    @Test
    void registersAVisitorAndRemembersWhatTheySaid() throws Exception {
        JsonNode registered = register(
                ",\"name\":\"Mary\",\"email\":\"mary@example.org\",\"phone\":\"+49 30 1\",\"username\":\"mary.m\","
                        + "\"customFields\":[{\"key\":\"crm\",\"value\":\"0032y\",\"overwrite\":true}]");
        JsonNode visitor = registered.get("visitor");

        assertThat(visitor.get("token").stringValue()).isEqualTo(token);
        assertThat(visitor.get("username").stringValue()).isEqualTo("mary.m");
        assertThat(visitor.at("/visitorEmails/0/address").stringValue()).isEqualTo("mary@example.org");
        assertThat(visitor.at("/phone/0/phoneNumber").stringValue()).isEqualTo("+49 30 1");
        assertThat(visitor.at("/livechatData/crm").stringValue()).isEqualTo("0032y");
        assertThat(get("visitor/" + token).get("visitor")).isEqualTo(visitor);
    }

    @Test
    void carriesANewNameIntoTheOpenRoom() throws Exception {
        JsonNode room = get("room?token=" + token);
        assertThat(room.at("/room/fname")).isEqualTo(room.at("/room/v/username"));

        register(",\"name\":\"Mary\"");

        JsonNode renamed = get("room?token=" + token);
        assertThat(renamed.at("/room/fname").stringValue()).isEqualTo("Mary");
        assertThat(renamed.at("/room/_id")).isEqualTo(room.at("/room/_id"));
    }

    @Test
    void servesANewRoomByAnAgentWhoIsThere() throws Exception {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get("room?agentId=agent-anna&token=" + Visitors.aToken())
                        .at("/room")
                        .has("servedBy"));

        JsonNode served = get("room?agentId=agent-anna&token=" + token);
        assertThat(served.at("/room/servedBy/_id").stringValue()).isEqualTo("agent-anna");
        assertThat(served.at("/room/usersCount").intValue()).isEqualTo(2);
        assertThat(get("config?token=" + token).at("/config/agent/_id").stringValue())
                .isEqualTo("agent-anna");
    }

    @ParameterizedTest
    @CsvSource({"agent-carla", "nobody", "''", "%3F"})
    void ignoresAnAgentWhoIsUnknownOrAway(String agentId) throws Exception {
        JsonNode room = get("room?token=" + token + "&agentId=" + agentId);

        assertThat(room.get("newRoom").booleanValue()).isTrue();
        assertThat(room.get("room").has("servedBy")).isFalse();
    }

    @Test
    void opensARoomInTheVisitorsDepartment() throws Exception {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> register(",\"department\":\"support\"").has("visitor"));

        JsonNode room = get("room?token=" + token).get("room");
        assertThat(room.get("departmentId").stringValue()).isEqualTo("support");
        assertThat(room.get("departmentAncestors").valueStream().map(JsonNode::stringValue))
                .containsExactly("unit-europe", "unit-customers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            ,"name":"a\\nb"                        | invalid-params
            ,"name":7                              | invalid-params
            ,"email":"nowhere"                     | error-invalid-email
            ,"username":"guest-7"                  | invalid-params
            ,"department":"nowhere"                | error-invalid-department
            ,"department":"returns"                | error-invalid-department
            ,"customFields":[{"key":"a b","value":"x"}] | invalid-params
            ,"customFields":[{"key":"a"}]          | invalid-params
            ,"mood":"sunny"                        | invalid-params
            """)
    void refusesWhatAVisitorCannotSay(String members, String error) throws Exception {
        assertThat(register(members).at("/error").stringValue()).isEqualTo(error);
        assertThat(get("visitor/" + token).at("/error").stringValue()).isEqualTo("invalid-token");
    }

    @Test
    void rejectsStrangersWhereVisitorsHaveToRegister() throws Exception {
        Map<String, String> strict = new HashMap<>(ServiceProcess.place(directory.resolve("strict")));
        strict.put("LIVECHAT_VISITORS_UNKNOWN_TOKEN", "reject");
        try (ServiceProcess other = ServiceProcess.start(strict).awaitReady()) {
            JsonNode refused = send(other, HttpRequest.newBuilder(), "room?token=" + token);
            assertThat(refused.at("/error").stringValue()).isEqualTo("invalid-token");
            assertThat(new TopicReader(other.brokers()).requests()).isZero();

            String body = "{\"visitor\":{\"token\":\"" + token + "\"}}";
            send(other, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)), "visitor");
            assertThat(send(other, HttpRequest.newBuilder(), "room?token=" + token)
                            .get("newRoom")
                            .booleanValue())
                    .isTrue();
        }
    }
}
