package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is refused at the edge, with which words, and that nothing of it reaches the log. */
class BadInputIT {

    private static final String ROOM = "/api/v1/livechat/room";
    private static final String TOKEN = Visitors.TOKEN_PREFIX + "0123456789";
    private static final String ROOM_ID = "nobodysRoom234567";

    @TempDir
    private static Path directory;

    private static ServiceProcess service;
    private static HttpClient http;

    @BeforeAll
    static void start() throws IOException {
        service = ServiceProcess.start(ServiceProcess.place(directory)).awaitReady();
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        http.close();
        service.close();
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        URI uri = URI.create(service.http() + path.replace("TOKEN", TOKEN).replace("ROOM_ID", ROOM_ID));
        String text = body.replace("TOKEN", TOKEN).replace("ROOM_ID", ROOM_ID);
        return http.send(
                HttpRequest.newBuilder(uri)
                        .method(method, HttpRequest.BodyPublishers.ofString(text))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            GET    | /api/v1/livechat/room                              |  | 400 | invalid-token
            GET    | /api/v1/livechat/room?token=                       |  | 400 | invalid-token
            GET    | /api/v1/livechat/room?token=%00                    |  | 400 | invalid-token
            GET    | /api/v1/livechat/room?token=a%0Ab                  |  | 400 | invalid-token
            GET    | /api/v1/livechat/room?token=%ff                    |  | 400 | invalid-token
            GET    | /api/v1/livechat/room?token=%c3%28                 |  | 400 | invalid-token
            GET    | /api/v1/livechat/room?token=TOKEN&token=TOKEN      |  | 400 | invalid-params
            GET    | /api/v1/livechat/room?token=TOKEN&sla=1            |  | 400 | invalid-params
            GET    | /api/v1/livechat/room?token%5B%5D=TOKEN            |  | 400 | invalid-params
            GET    | /api/v1/livechat/room?token=TOKEN&rid=ROOM_ID      |  | 400 | invalid-room
            GET    | /api/v1/livechat/room?token=TOKEN&rid=%20          |  | 400 | invalid-room
            GET    | /api/v1/livechat/room?token=TOKEN&rid=undefined    |  | 400 | invalid-room
            GET    | /api/v1/livechat/rooms                             |  | 404 | not-found
            GET    | /                                                  |  | 404 | not-found
            POST   | /api/v1/livechat/room?token=TOKEN                  |  | 405 | method-not-allowed
            PUT    | /api/v1/livechat/room?token=TOKEN                  |  | 405 | method-not-allowed
            GET    | /api/v1/livechat/room.close                        |  | 405 | method-not-allowed
            POST   | /api/v1/livechat/room.close | {"rid":"ROOM_ID","token":"TOKEN"}       | 400 | invalid-token
            POST   | /api/v1/livechat/room.close | {"rid":"ROOM_ID"}                       | 400 | invalid-token
            POST   | /api/v1/livechat/room.close | {"token":"TOKEN"}                       | 400 | invalid-params
            POST   | /api/v1/livechat/room.close | {"rid":7,"token":"TOKEN"}               | 400 | invalid-params
            POST   | /api/v1/livechat/room.close | {"rid":"ROOM_ID","token":"TOKEN","x":1} | 400 | invalid-params
            POST   | /api/v1/livechat/room.close | {"rid":"a b","token":"TOKEN"}           | 400 | invalid-room
            POST   | /api/v1/livechat/room.close | {"rid":                                 | 400 | invalid-json
            POST   | /api/v1/livechat/room.close | []                                      | 400 | invalid-params
            """)
    void refusesAndAppendsNothing(String method, String path, String body, int status, String error) throws Exception {
        long before = new TopicReader(service.brokers()).requests();
        HttpResponse<String> response = send(method, path, body == null ? "" : body);
        JsonNode answer = new JsonMapper().readTree(response.body());

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(answer.at("/success").booleanValue(true)).isFalse();
        assertThat(answer.at("/error").stringValue()).isEqualTo(error);
        assertThat(answer.at("/errorType").stringValue()).isEqualTo(error);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(new TopicReader(service.brokers()).requests()).isEqualTo(before);
        assertThat(response.body() + service.printed()).doesNotContain(TOKEN);
    }

    @Test
    void refusesATokenOfMoreThan256Bytes() throws Exception {
        assertThat(send("GET", ROOM + "?token=" + "%C3%A4".repeat(128), "").statusCode())
                .isEqualTo(200);
        assertThat(send("GET", ROOM + "?token=" + "%C3%A4".repeat(128) + "a", "")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void createsNothingForAHead() throws Exception {
        long before = new TopicReader(service.brokers()).requests();

        assertThat(send("HEAD", ROOM + "?token=TOKEN", "").statusCode()).isEqualTo(405);
        assertThat(new TopicReader(service.brokers()).requests()).isEqualTo(before);
    }

    @Test
    void doesNotTellAClosedRoomFromAnothersOrFromNone() throws Exception {
        String mine = idOf(send("GET", ROOM + "?token=TOKEN-a", ""));
        String others = idOf(send("GET", ROOM + "?token=TOKEN-b", ""));
        send("POST", ROOM + ".close", "{\"rid\":\"" + mine + "\",\"token\":\"TOKEN-a\"}");

        assertThat(send("GET", ROOM + "?token=TOKEN-a&rid=" + mine, "").body())
                .isEqualTo(
                        send("GET", ROOM + "?token=TOKEN-a&rid=" + others, "").body())
                .isEqualTo(
                        send("GET", ROOM + "?token=TOKEN-a&rid=" + ROOM_ID, "").body());
        assertThat(send("GET", ROOM + "?token=TOKEN-b&agentId=anyone&rid=" + others, "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", ROOM + ".close", "{\"rid\":\"" + mine + "\",\"token\":\"TOKEN-a\"}")
                        .body())
                .contains("\"error\":\"room-closed\"");
        assertThat(send("POST", ROOM + ".close", "{\"rid\":\"" + mine + "\",\"token\":\"TOKEN-b\"}")
                        .body())
                .contains("\"error\":\"invalid-room\"");
    }

    private static String idOf(HttpResponse<String> response) {
        return new JsonMapper().readTree(response.body()).at("/room/_id").stringValue();
    }
}
