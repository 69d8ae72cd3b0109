package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dead letters as docs/dead-letters.md tells operators to deal with them: seen, looked into, mended, put back, once. */
@Timeout(240)
class DeadLettersIT {

    private static final String LETTERS = "livechat.dead-letters";
    private static final String BEN = "{'agent':{'_id':'agent-ben','username':'ben'}}";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path directory;

    private static BrokerOnly broker;
    private static Map<String, String> environment;
    private static ServiceProcess service;
    private static HttpClient http;
    private static KafkaProducer<String, String> producer;

    private final String token = Visitors.aToken();
    /** The broker is shared: only what this test has brought about. */
    private final String since = "--since=" + Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final StringBuilder printed = new StringBuilder();

    @BeforeAll
    static void start() throws Exception {
        broker = BrokerOnly.start(directory.resolve("broker"));
        environment = new HashMap<>(ServiceProcess.place(directory));
        environment.putAll(broker.environment());
        environment.put("LIVECHAT_TOPICS_PARTITIONS", "4");
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("LIVECHAT_ADVERTISED_ADDRESS", "127.0.0.1:" + environment.get("SERVER_PORT"));
        service = ServiceProcess.start(environment).awaitReady();
        http = HttpClient.newHttpClient();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", service.brokers()), new StringSerializer(), new StringSerializer());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        producer.close();
        http.close();
        service.close();
        broker.close();
    }

    private DeadLetterCommand.Answer command(String... options) throws Exception {
        DeadLetterCommand.Answer answer = new DeadLetterCommand(environment).run(options);
        printed.append(answer.out()).append(answer.err());
        return answer;
    }

    private JsonNode room() throws Exception {
        return new Platform(service, http).get("room?token=" + token).get("room");
    }

    private static ProducerRecord<String, String> record(
            @Nullable Integer partition, @Nullable String key, String type, String body) {
        return RequestRecord.of(partition, key, RequestRecord.headers(type), body);
    }

    /** Sends it, and waits for the letter that comes of it. */
    private static String letter(ProducerRecord<String, String> record) throws Exception {
        var sent = producer.send(record).get();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> new TopicReader(service.brokers())
                        .read(LETTERS).stream()
                                .anyMatch(letter -> String.valueOf(sent.offset())
                                                .equals(letter.headers().get("dl_offset"))
                                        && letter.raw().partition() == sent.partition()));
        return sent.partition() + "-" + sent.offset();
    }

    private List<JsonNode> list(String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("--list", "--json"));
        all.addAll(options.length > 0 && options[0].startsWith("--since") ? List.of() : List.of(since));
        all.addAll(List.of(options));
        DeadLetterCommand.Answer answer = command(all.toArray(String[]::new));
        assertThat(answer.code()).as(answer.err()).isZero();
        return answer.out().lines().map(JSON::readTree).toList();
    }

    @Test
    void listsMendsAndPutsBack() throws Exception {
        String room = room().at("/_id").stringValue();
        String question = "{'roomId':'%s','messageId':'m-1','from':{'type':'visitor'},'personal':{'msg':'Mercury'}"
                .formatted(room);
        String broken = letter(record(null, token, "livechat.message-posted.v1", question));
        int home = Integer.parseInt(broken.substring(0, broken.indexOf('-')));
        String newer = letter(record(null, room, "livechat.return-requested.v2", "{}"));
        String misplaced = letter(record((home + 1) % 4, room, "livechat.assignment-requested.v1", BEN));
        String keyless = letter(record(0, null, "livechat.close-requested.v1", "{}"));
        Instant end = Instant.now().plusSeconds(1);

        List<JsonNode> listed = list();
        assertThat(listed)
                .extracting(
                        letter -> letter.get("letter").stringValue(),
                        letter -> letter.get("cause").stringValue().split(":")[0])
                .containsExactlyInAnyOrder(
                        tuple(broken, "UnexpectedEndOfInputException"),
                        tuple(newer, "UnknownVersion"),
                        tuple(misplaced, "IllegalArgumentException"),
                        tuple(keyless, "IllegalArgumentException"));
        assertThat(listed).allSatisfy(letter -> {
            assertThat(letter.get("topic").stringValue()).isEqualTo(RequestRecord.TOPIC);
            assertThat(letter.get("partition").asString() + "-"
                            + letter.get("offset").asString())
                    .isEqualTo(letter.get("letter").stringValue());
            assertThat(letter.get("source").stringValue()).isEqualTo("/crm/agents");
            assertThat(letter.get("requestId").stringValue()).hasSize(36);
            assertThat(Instant.parse(letter.get("time").stringValue())).isBefore(end);
        });
        assertThat(list("--cause=NEWER service"))
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.get("type").stringValue()).isEqualTo("livechat.return-requested.v2"));
        assertThat(list("--since=" + end)).isEmpty();
        assertThat(list("--until=" + end)).hasSize(4);
        assertThat(command(since).out()).contains(broken, "put it back after the upgrade", "4 dead letters.");

        refuses("would be a dead letter again: UnexpectedEndOfInputException", "--put-back=" + broken);
        Path value = directory.resolve("value.json");
        assertThat(command("--show=" + broken, "--to=" + value).out()).isEmpty();
        assertThat(value).hasContent(question.replace('\'', '"'));
        Files.writeString(value, "}", StandardOpenOption.APPEND);
        assertThat(command("--put-back=" + broken, "--value=" + value).code()).isZero();
        assertThat(room().at("/lastMessage/msg").stringValue()).isEqualTo("Mercury");
        refuses("it was put back before, as " + home, "--put-back=" + broken, "--value=" + value);

        DeadLetterCommand.Answer placed = command("--put-back=" + misplaced);
        assertThat(placed.code()).as(placed.err()).isZero();
        assertThat(placed.out()).contains(misplaced + " is on the log as " + home + "-", ": changed");
        assertThat(room().at("/servedBy/username").stringValue()).isEqualTo("ben");
        assertThat(command("--put-back=" + newer, "--header=ce_type=livechat.return-requested.v1")
                        .code())
                .isZero();
        assertThat(room().has("servedBy")).isFalse();
        refuses("no key", "--put-back=" + keyless);

        assertThat(room().at("/msgs").intValue()).isOne();
        assertThat(list()).hasSize(4);
        assertThat(list("--open"))
                .singleElement()
                .satisfies(
                        letter -> assertThat(letter.get("letter").stringValue()).isEqualTo(keyless));
        assertThat(command("--list", since).out()).contains("put back as " + home + "-");
        assertThat(printed).doesNotContain(token).doesNotContain("Mercury").doesNotContain(room);
        assertThat(service.told()).doesNotContain(token);
        shows(broken);
    }

    private void refuses(String why, String... options) throws Exception {
        long before = new TopicReader(service.brokers()).requests();
        DeadLetterCommand.Answer answer = command(options);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains(why);
        assertThat(new TopicReader(service.brokers()).requests()).isEqualTo(before);
    }

    private void shows(String letter) throws Exception {
        DeadLetterCommand.Answer shown = new DeadLetterCommand(environment).run("--show=" + letter);
        assertThat(shown.err()).contains("secret");
        assertThat(shown.out()).contains("key: " + token, "Mercury");
    }

    @Test
    void saysWhatTheRulesHaveAgainstIt() throws Exception {
        String room = room().at("/_id").stringValue();
        String resume = letter(record(null, room, "livechat.resume-requested.v2", "{}"));
        String[] mended = {"--put-back=" + resume, "--header=ce_type=livechat.resume-requested.v1"};

        DeadLetterCommand.Answer refused = command(mended);
        assertThat(refused.code()).isOne();
        assertThat(refused.out()).contains(": error-room-not-on-hold");
        assertThat(command(mended).code())
                .as("it changed nothing, so it may be tried again")
                .isOne();
    }

    /** Where the fold does not run, a second try finds the first one on the log. */
    @Test
    void waitsForWhatIsOnTheLogAlready() throws Exception {
        String room = room().at("/_id").stringValue();
        String letter = letter(record(null, room, "livechat.assignment-requested.v2", BEN));
        String[] mended = {"--put-back=" + letter, "--header=ce_type=livechat.assignment-requested.v1", "--wait=1"};
        service.stop();

        DeadLetterCommand.Answer first = command(mended);
        assertThat(first.code()).as(first.err()).isEqualTo(3);
        long requests = new TopicReader(service.brokers()).requests();
        assertThat(command(mended)).isEqualTo(first);
        assertThat(new TopicReader(service.brokers()).requests()).isEqualTo(requests);

        service = ServiceProcess.start(environment).awaitReady();
        assertThat(room().at("/servedBy/username").stringValue()).isEqualTo("ben");
        refuses("it was put back before", mended);
    }

    @Test
    void saysHowItIsUsed() throws Exception {
        refuses("--put-back=<letter>", "--put-back");
        refuses("no option --json", "--show=0-1", "--json");
        refuses("there is no dead letter 0-999999", "--show=0-999999");
        refuses("--since=yesterday cannot be read", "--since=yesterday");
    }

    @Test
    void findsTheBrokerInsideAServiceByItsPort() throws Exception {
        Map<String, String> embedded = Map.of("LIVECHAT_BROKER_PORT", String.valueOf(broker.port()));
        assertThat(new DeadLetterCommand(embedded)
                        .run("--cause=nothing says this")
                        .out())
                .isEqualTo("No dead letters.\n");
    }
}
