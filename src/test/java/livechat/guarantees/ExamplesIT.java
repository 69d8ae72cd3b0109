package livechat.guarantees;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import livechat.FreePort;
import livechat.Program;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others build on the contract: programs that share no code with the service, in two languages. */
@Timeout(180)
class ExamplesIT {

    private static final String EVENTS = "livechat.room.events";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path directory;

    private static ServiceProcess service;
    private static HttpClient http;

    private final String token = Visitors.aToken();

    /** Rooms of this test, and whose they are. */
    private final Map<String, String> opened = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        service = ServiceProcess.start(ServiceProcess.place(directory)).awaitReady();
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        http.close();
        service.close();
    }

    /** The agent takes the oldest waiting room, which has to be one of its own test. */
    @AfterEach
    void closeRooms() throws Exception {
        for (Map.Entry<String, String> room : opened.entrySet()) {
            String body = "{'rid':'%s','token':'%s'}".formatted(room.getKey(), room.getValue());
            http.send(call("room.close", body), HttpResponse.BodyHandlers.discarding());
        }
    }

    @Test
    void nodeServesARoomThatAVisitorOpenedAndBothConsumersPrintIt() throws Exception {
        try (Program java = consumer(Example.JAVA_CONSUMER);
                Program node = consumer(Example.NODE_CONSUMER)) {
            String room = openRoom(token);
            post(room, "Do you ship to Mars?");

            try (Program agent = agent("0")) {
                assertThat(agent.ended(PATIENCE)).as(agent.toString()).isZero();
                assertThat(agent.printed()).endsWith("Answered %1$s\nClosed %1$s\n".formatted(room));
            }

            List<String> lines = awaitLines(java, room, 5);
            assertThat(lines.stream().map(line -> line.replaceFirst(".* \\| (guest-\\d+) \\| ", "")))
                    .containsExactly(
                            "queued | messages: 0 | room-created",
                            "queued | messages: 1 | message-added by %s: Do you ship to Mars?".formatted(name(lines)),
                            "served by anna | messages: 1 | agent-assigned",
                            "served by anna | messages: 2 | message-added by anna: Not yet",
                            "closed by anna | messages: 2 | room-closed");
            assertThat(awaitLines(node, room, 5)).isEqualTo(lines);
        }
    }

    private static String name(List<String> lines) {
        return lines.getFirst().split(" \\| ")[2];
    }

    @ParameterizedTest
    @EnumSource(names = ".*_CONSUMER", mode = EnumSource.Mode.MATCH_ALL)
    void goesOnWhereItWasStopped(Example example) throws Exception {
        String group = UUID.randomUUID().toString();
        String room;
        List<String> before;
        try (Program consumer = consumer(example, group)) {
            room = openRoom(token);
            before = awaitLines(consumer, room, 1);
            consumer.stop(PATIENCE);
        }
        post(room, "Anybody there?");
        String other = openRoom(Visitors.aToken());
        try (Program consumer = consumer(example, group)) {
            awaitLines(consumer, other, 1);
            awaitLines(consumer, room, 1);
            post(room, "Hello?");
            List<String> after = awaitLines(consumer, room, 2);
            consumer.stop(PATIENCE);

            assertThat(lines(consumer)).as("nothing from before").hasSize(3);
            assertThat(consumer.complained()).isEmpty();
            assertThat(Stream.concat(before.stream(), after.stream()))
                    .satisfiesExactly(
                            line -> assertThat(line).endsWith("messages: 0 | room-created"),
                            line -> assertThat(line)
                                    .contains(name(before), "messages: 1")
                                    .endsWith("Anybody there?"),
                            line -> assertThat(line)
                                    .contains(name(before), "messages: 2")
                                    .endsWith("Hello?"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Serving", "Answered"})
    void answersAndClosesOnceThoughKilledInBetween(String step) throws Exception {
        String room = openRoom(token);
        try (Program killed = agent("2000")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(killed.toString()).contains(step + " " + room));
            killed.kill();
        }
        assertThat(typesOf(room)).doesNotContain("livechat.room-closed.v1");

        try (Program again = agent("0")) {
            assertThat(again.ended(PATIENCE)).as(again.toString()).isZero();
            assertThat(again.printed()).isEqualTo("Serving %1$s\nAnswered %1$s\nClosed %1$s\n".formatted(room));
        }

        // Behind whatever else the agent may have asked for, on the same partition.
        awaitEvent(openRoom(token));
        assertThat(typesOf(room))
                .containsExactly(
                        "livechat.room-created.v1",
                        "livechat.agent-assigned.v1",
                        "livechat.message-added.v1",
                        "livechat.room-closed.v1");
        assertThat(new TopicReader(service.brokers()).events())
                .noneMatch(event -> event.type().contains("refused"));
    }

    private static TopicReader.Message awaitEvent(String room) {
        return await().atMost(PATIENCE)
                .until(() -> eventsOf(room), events -> !events.isEmpty())
                .getFirst();
    }

    private static List<String> typesOf(String room) {
        return eventsOf(room).stream().map(TopicReader.Message::type).toList();
    }

    private static List<TopicReader.Message> eventsOf(String room) {
        return new TopicReader(service.brokers())
                .events().stream().filter(event -> event.key().equals(room)).toList();
    }

    @Test
    void leavesOutWhatItCannotReadAndWhatWasTakenBack() throws Exception {
        String created = awaitEvent(openRoom(token)).json().toString();
        String made = "made-up-room";
        String body = created.replaceFirst("\"_id\":\"\\w+\"", "\"_id\":\"" + made + "\"");
        try (Program java = consumer(Example.JAVA_CONSUMER);
                Program node = consumer(Example.NODE_CONSUMER);
                KafkaProducer<String, String> writer = writer()) {
            writer.initTransactions();
            send(writer, "livechat.room-created.v1", body, false);
            send(writer, "livechat.room-created.v1", body, false);
            send(writer, "livechat.room-painted.v1", body, true);
            send(writer, "livechat.room-created.v1", "{\"room\":{}}", true);
            send(writer, "livechat.room-updated.v1", body, true);

            for (Program consumer : List.of(java, node)) {
                assertThat(awaitLines(consumer, made, 1)).singleElement(STRING).endsWith("room-updated");
                consumer.stop(PATIENCE);
                assertThat(consumer.complained())
                        .containsPattern("Invalid livechat.room-created.v1 at livechat.room.events-0@\\d+: .*closedAt")
                        .endsWith("Left out: 1 of unknown type livechat.room-painted.v1, 1 invalid\n");
            }
        }
    }

    private static KafkaProducer<String, String> writer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", service.brokers(),
                        "transactional.id", UUID.randomUUID().toString()),
                new StringSerializer(),
                new StringSerializer());
    }

    private static void send(KafkaProducer<String, String> writer, String type, String body, boolean kept)
            throws Exception {
        ProducerRecord<String, String> record = new ProducerRecord<>(EVENTS, 0, "made-up-room", body);
        Map.of(
                        "ce_type",
                        type,
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_time",
                        "2026-01-02T12:00:00.000Z",
                        "ce_requestid",
                        UUID.randomUUID().toString(),
                        "ce_position",
                        "0")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        writer.beginTransaction();
        writer.send(record).get();
        if (kept) {
            writer.commitTransaction();
        } else {
            writer.abortTransaction();
        }
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        String nobody = "127.0.0.1:" + FreePort.find();
        allComplain(nobody, "No Kafka broker answers at " + nobody);
        try (BrokerOnly empty = BrokerOnly.start(directory.resolve("empty"))) {
            allComplain("127.0.0.1:" + empty.port(), "There is no topic livechat.room");
        }
    }

    private static void allComplain(String brokers, String sentence) throws Exception {
        List<Program> lost = new ArrayList<>();
        for (Example example : Example.values()) {
            lost.add(example.start(brokers, Map.of()));
        }
        for (Program program : lost) {
            try (program) {
                assertThat(program.ended(PATIENCE)).isEqualTo(1);
                assertThat(program.complained()).startsWith(sentence).hasLineCount(1);
            }
        }
    }

    private static Program consumer(Example example) throws Exception {
        return consumer(example, UUID.randomUUID().toString());
    }

    private static Program consumer(Example example, String group) throws Exception {
        return example.start(service.brokers(), Map.of("KAFKA_GROUP_ID", group));
    }

    private static Program agent(String pace) throws Exception {
        return Example.NODE_AGENT.start(service.brokers(), Map.of("AGENT_PACE_MS", pace, "AGENT_ANSWER", "Not yet"));
    }

    private static List<String> awaitLines(Program consumer, String room, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lines(consumer, room))
                        .as(consumer.toString())
                        .hasSizeGreaterThanOrEqualTo(count));
        return lines(consumer, room);
    }

    private static List<String> lines(Program consumer, String room) {
        return lines(consumer).stream().filter(line -> line.contains(room)).toList();
    }

    private static List<String> lines(Program consumer) {
        return consumer.printed().lines().toList();
    }

    private String openRoom(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.http().resolve("/api/v1/livechat/room?token=" + token))
                .build();
        String room = answer(request).at("/room/_id").stringValue();
        opened.put(room, token);
        return room;
    }

    private void post(String room, String text) throws Exception {
        answer(call("message", "{'token':'%s','rid':'%s','msg':'%s'}".formatted(token, room, text)));
    }

    private static HttpRequest call(String path, String body) {
        return HttpRequest.newBuilder(service.http().resolve("/api/v1/livechat/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
    }

    private static JsonNode answer(HttpRequest request) throws Exception {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }
}
