package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** An agent's life by Kafka alone: a producer like anybody's, headers by hand, the key a room's id and nothing else. */
@Timeout(180)
class AgentByKafkaIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path directory;

    private static ServiceProcess service;
    private static HttpClient http;
    private static KafkaProducer<String, String> producer;

    private final String token = Visitors.aToken();
    private String room = "none yet";

    @BeforeAll
    static void start() throws Exception {
        service = ServiceProcess.start(ServiceProcess.place(directory)).awaitReady();
        http = HttpClient.newHttpClient();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", service.brokers()), new StringSerializer(), new StringSerializer());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        producer.close();
        http.close();
        service.close();
    }

    @BeforeEach
    void openARoom() throws Exception {
        room = now().at("/_id").stringValue();
    }

    private JsonNode now() throws Exception {
        return new Platform(service, http).get("room?token=" + token).get("room");
    }

    private static void send(String key, Map<String, String> headers, String body) throws Exception {
        producer.send(RequestRecord.of(null, key, headers, body)).get();
    }

    private String ask(String what, String body) throws Exception {
        Map<String, String> headers = RequestRecord.headers("livechat." + what + ".v1");
        send(room, headers, body);
        return headers.get("ce_id");
    }

    private static TopicReader.Message awaitOne(String topic, String header, String value) {
        return await().atMost(PATIENCE)
                .until(() -> find(topic, header, value).toList(), found -> !found.isEmpty())
                .getFirst();
    }

    private static Stream<TopicReader.Message> find(String topic, String header, String value) {
        return new TopicReader(service.brokers())
                .read(topic).stream()
                        .filter(message -> value.equals(message.headers().get(header)));
    }

    private static String cameOf(String requestId) {
        return awaitOne("livechat.room.events", "ce_requestid", requestId).type();
    }

    @Test
    void takesAnswersTransfersAndClosesARoomThatAVisitorOpened() throws Exception {
        String ben = "{'_id':'agent-ben','username':'ben'}";
        assertThat(cameOf(ask("assignment-requested", "{'agent':" + ben + ",'onlyIfQueued':true}")))
                .isEqualTo("livechat.agent-assigned.v1");
        assertThat(now().at("/servedBy/username").stringValue()).isEqualTo("ben");

        assertThat(cameOf(ask(
                        "message-posted",
                        "{'messageId':'answer-1','from':{'type':'agent','_id':'agent-ben','username':'ben'},"
                                + "'personal':{'msg':'Good morning'}}")))
                .isEqualTo("livechat.message-added.v1");
        assertThat(now().at("/lastMessage/msg").stringValue()).isEqualTo("Good morning");
        assertThat(now().at("/metrics/response/total").intValue()).isEqualTo(1);

        assertThat(cameOf(ask("transfer-requested", "{'agent':{'_id':'agent-anna','username':'anna'}}")))
                .isEqualTo("livechat.room-transferred.v1");
        assertThat(now().at("/servedBy/username").stringValue()).isEqualTo("anna");

        assertThat(cameOf(ask(
                        "close-requested",
                        "{'by':{'type':'agent','_id':'agent-anna','username':'anna'},"
                                + "'personal':{'comment':'done','tags':['solved']}}")))
                .isEqualTo("livechat.room-closed.v1");
        assertThat(now().at("/_id").stringValue()).isNotEqualTo(room);
        assertThat(new TopicReader(service.brokers()).rooms())
                .filteredOn(message -> message.key().equals(room))
                .last()
                .satisfies(closed -> assertThat(
                                closed.json().at("/closedBy/username").stringValue())
                        .isEqualTo("anna"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a wrong type        | ce_type     | livechat.no-such-request.v1      | livechat.no-such-request.v1
            a future version    | ce_type     | livechat.assignment-requested.v9 | livechat.assignment-requested.v9
            an event            | ce_type     | livechat.room-created.v1         | livechat.room-created.v1
            a time that is none | ce_time     | tomorrow                         | tomorrow
            too late a deadline | ce_deadline | 9999-12-31T00:00:00.000Z         | deadline
            """)
    void putsAsideWhatItCannotReadWithItsCause(String what, String header, String value, String cause)
            throws Exception {
        Map<String, String> headers = RequestRecord.headers("livechat.assignment-requested.v1");
        headers.put(header, value);

        send(room, headers, "{'agent':{'_id':'agent-ben','username':'ben'}}");

        TopicReader.Message letter = awaitOne("livechat.dead-letters", "ce_id", headers.get("ce_id"));
        assertThat(letter.key()).isEqualTo(room);
        assertThat(letter.headers())
                .containsEntry("dl_topic", RequestRecord.TOPIC)
                .containsKeys("dl_partition", "dl_offset");
        assertThat(letter.headers().get("dl_cause")).contains(cause);
        goesOn();
    }

    @Test
    void putsAsideWhatHasNoHeaders() throws Exception {
        String body = "{'agent':{'_id':'%s','username':'ben'}}".formatted(UUID.randomUUID());

        send(room, Map.of(), body);

        TopicReader.Message letter = await().atMost(PATIENCE)
                .until(
                        () -> new TopicReader(service.brokers())
                                .read("livechat.dead-letters").stream()
                                        .filter(message -> new String(message.value(), StandardCharsets.UTF_8)
                                                .equals(body.replace('\'', '"')))
                                        .toList(),
                        found -> !found.isEmpty())
                .getFirst();
        assertThat(letter.headers().get("dl_cause")).contains("ce_");
        goesOn();
    }

    @Test
    void refusesARoomOfNobodyAndOneOfAnother() throws Exception {
        Map<String, String> ofNobody = RequestRecord.headers("livechat.close-requested.v1");
        send("nobodysRoom234567", ofNobody, "{'by':{'type':'system'}}");
        assertThat(refusal(ofNobody)).isEqualTo("invalid-room");

        // The key is a visitor's token once the body names a room.
        Map<String, String> ofAnother = RequestRecord.headers("livechat.close-requested.v1");
        send("secret-somebody-else", ofAnother, "{'roomId':'%s'}".formatted(room));
        assertThat(refusal(ofAnother)).isEqualTo("invalid-token");
        goesOn();
    }

    private static String refusal(Map<String, String> headers) {
        TopicReader.Message event =
                awaitOne("livechat.room.events", "ce_requestid", String.valueOf(headers.get("ce_id")));
        assertThat(event.type()).isEqualTo("livechat.request-refused.v1");
        return event.json().at("/error").stringValue();
    }

    /** On the same partition, behind it. */
    private void goesOn() throws Exception {
        assertThat(List.of(
                        cameOf(ask("assignment-requested", "{'agent':{'_id':'agent-ben','username':'ben'}}")),
                        now().at("/_id").stringValue()))
                .containsExactly("livechat.agent-assigned.v1", room);
        assertThat(service.told()).doesNotContain(token);
    }
}
