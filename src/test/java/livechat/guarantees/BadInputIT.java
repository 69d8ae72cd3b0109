package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
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
    @CsvFileSource(files = BadInput.ROWS, delimiter = '|', quoteCharacter = '\0')
    void refusesAsTheTableSays(ArgumentsAccessor row) throws Exception {
        BadInput input = BadInput.of(row);
        long before = new TopicReader(service.brokers()).requests();
        String answer = raw(input.request(TOKEN, ROOM_ID));
        JsonNode body = new JsonMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        long appended = new TopicReader(service.brokers()).requests() - before;

        assertThat(answer).startsWith("HTTP/1.1 " + input.status() + " ").contains("\r\nCache-Control: no-store\r\n");
        assertThat(body.at("/success").booleanValue(true)).isFalse();
        assertThat(body.at("/error").stringValue()).isEqualTo(input.error());
        assertThat(body.at("/errorType").stringValue()).isEqualTo(input.error());
        assertThat(appended > 0).isEqualTo(input.isAppended());
        assertThat(answer + service.printed()).doesNotContain(TOKEN);
    }

    /** Not every bad input gets past a client that knows what HTTP is. */
    private static String raw(String request) throws Exception {
        try (HostileClient client = new HostileClient(service.http().getPort())) {
            return client.send(List.of(request)).getFirst().text();
        }
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
