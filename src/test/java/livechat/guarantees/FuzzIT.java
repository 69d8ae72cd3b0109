package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import livechat.log.Partitions;
import livechat.room.Token;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever a stranger sends to the port or a broken writer puts on the log: the service goes on, and takes no more of its
 * machine than before. {@code -Dlivechat.seed=} repeats a run; {@code -Pfuzz} makes it a long one.
 */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class FuzzIT {

    private static final Logger LOG = LoggerFactory.getLogger(FuzzIT.class);

    private static final long SEED = Long.getLong(
            "livechat.seed",
            Long.getLong("livechat.fuzz.seed", RandomGenerator.getDefault().nextLong(1_000_000_000)));
    private static final int COUNT = Integer.getInteger("livechat.fuzz.count", 2000);
    private static final int BATCH = 100;

    /** Batches that are sent before the first look, so that what is loaded and pooled once is there. */
    private static final int WARM_UP = 10;

    /** Lines of log: some for a run, and one for each so many hostile things. */
    private static final int LINES = 20;

    private static final int THINGS_PER_LINE = 1000;

    private static final Map<Integer, String> ONE_FOR_EACH_PARTITION = tokens();

    @TempDir
    private static Path directory;

    private static Map<String, String> place;
    private static ServiceProcess service;
    private static HttpClient http;
    private static TopicReader topics;
    private static Footprint.Meters meters;

    @BeforeAll
    static void start() throws IOException {
        LOG.info("-Dlivechat.seed={} -Dlivechat.fuzz.count={}", SEED, COUNT);
        place = ServiceProcess.place(directory);
        service = ServiceProcess.start(place).awaitReady();
        http = HttpClient.newHttpClient();
        topics = new TopicReader(service.brokers());
        meters = Footprint.meters(place);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        http.close();
        service.close();
    }

    @Test
    void survivesHostileRequests() throws Exception {
        Map<String, Integer> statuses = new TreeMap<>();
        try (HostileClient client = new HostileClient(service.http().getPort())) {
            for (int batch = -WARM_UP; batch < 0; batch++) {
                sendRequests(client, batch, new TreeMap<>());
            }
            Footprint before = Footprint.of(service, meters);
            int printed = service.printed().length();
            for (int batch = 0; batch < COUNT / BATCH; batch++) {
                sendRequests(client, batch, statuses);
                report("requests", batch, statuses);
            }
            check("requests", before, printed);
        }
        LOG.info("{} requests, seed {}: {}", COUNT, SEED, statuses);
    }

    /** What is refused appends nothing; answers tell how much at most may have been appended. */
    private static void sendRequests(HostileClient client, int batch, Map<String, Integer> statuses) throws Exception {
        Dice dice = Dice.forBatch(SEED, batch);
        HostileRequests.Family family = dice.of(HostileRequests.FAMILIES);
        List<String> requests = family.batch(dice, BATCH);
        long before = topics.requests();
        List<HostileClient.Answer> answers = client.send(requests);
        long appended = topics.requests() - before;
        for (int index = 0; index < BATCH; index++) {
            String what = "%s, seed %d, batch %d: %s".formatted(family.name(), SEED, batch, shown(requests.get(index)));
            HostileClient.Answer answer = answers.get(index);
            checkAnswer(what, requests.get(index), answer);
            words(answer).forEach(word -> statuses.merge(word, 1, Integer::sum));
        }
        long mayHave = answers.stream()
                .mapToLong(HostileClient.Answer::mayHaveAppended)
                .sum();
        assertThat(appended)
                .as("appended by %s, seed %d, batch %d", family.name(), SEED, batch)
                .isLessThanOrEqualTo(mayHave);
        statuses.merge("batch that could append nothing", mayHave == 0 ? 1 : 0, Integer::sum);
        statuses.merge("appended", (int) appended, Integer::sum);
        answersGoodRequests();
    }

    private static List<String> words(HostileClient.Answer answer) {
        List<String> words = new ArrayList<>();
        answer.statuses().forEach(status -> words.add(String.valueOf(status)));
        if (words.isEmpty()) {
            words.add(answer.text().isEmpty() ? "closed" : "answer without a status");
        }
        if (answer.cut()) {
            words.add("reset");
        }
        return words;
    }

    private static void checkAnswer(String what, String request, HostileClient.Answer answer) {
        assertThat(answer.silent()).as("silent at %s", what).isFalse();
        assertThat(answer.statuses())
                .as("%s: %s", what, answer.text())
                .noneMatch(status -> status >= 500 && !List.of(501, 503, 505).contains(status));
        assertThat(answer.text()).as(what).doesNotContainIgnoringCase("<html", "exception", "\tat ", "tomcat");
        if (answer.statuses().isEmpty()) {
            assertThat(answer.text()).as(what).doesNotContain("\"success\":true");
        }
        boolean hasBody = !request.contains("HEAD") && !answer.cut();
        if (hasBody && answer.statuses().stream().anyMatch(status -> status >= 400)) {
            assertThat(answer.text()).as(what).contains("{\"success\":false,\"error\":\"");
        }
    }

    private static String shown(String request) {
        StringBuilder shown = new StringBuilder();
        request.chars()
                .limit(600)
                .forEach(c -> shown.append(c < ' ' || c > '~' ? "\\x%02x".formatted(c) : String.valueOf((char) c)));
        return shown.append(" (").append(request.length()).append(" bytes)").toString();
    }

    @Test
    void survivesHostileRecords() throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        try (KafkaProducer<byte[], byte[]> plain = producer("none");
                KafkaProducer<byte[], byte[]> compressing = producer("gzip")) {
            List<KafkaProducer<byte[], byte[]>> producers = List.of(plain, compressing);
            for (int batch = -WARM_UP; batch < 0; batch++) {
                sendRecords(producers, batch, new TreeMap<>());
            }
            awaitFolded();
            Footprint before = Footprint.of(service, meters);
            int printed = service.printed().length();
            for (int batch = 0; batch < COUNT / BATCH; batch++) {
                sendRecords(producers, batch, counts);
                report("records", batch, counts);
            }
            awaitFolded();
            check("records", before, printed);
        }
        long deadLetters = topics.count("livechat.dead-letters");
        assertThat(deadLetters).isEqualTo((long) meters.sum("rooms_fold_deadletters_total"));
        LOG.info(
                "{} records, seed {}: {}; with those before, {} on the log, {} in the dead letters",
                COUNT,
                SEED,
                counts,
                topics.requests(),
                deadLetters);
    }

    private static KafkaProducer<byte[], byte[]> producer(String compression) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        service.brokers(),
                        "compression.type",
                        compression,
                        // Else brokers talk at length about the gaps that refused records leave.
                        "enable.idempotence",
                        false,
                        "max.request.size",
                        10_000_000,
                        "linger.ms",
                        5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static void sendRecords(
            List<KafkaProducer<byte[], byte[]>> producers, int batch, Map<String, Integer> counts) throws Exception {
        Dice dice = Dice.forBatch(SEED, batch);
        HostileRecords.Family family = dice.of(HostileRecords.FAMILIES);
        KafkaProducer<byte[], byte[]> producer = dice.of(producers);
        List<Future<RecordMetadata>> sent = family.batch(dice, BATCH)
                .map((ProducerRecord<byte[], byte[]> record) -> producer.send(record))
                .toList();
        for (Future<RecordMetadata> one : sent) {
            counts.merge(wasTaken(one) ? "taken" : "refused by the broker", 1, Integer::sum);
        }
        answersGoodRequests();
    }

    private static boolean wasTaken(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
            return true;
        } catch (ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(RecordTooLargeException.class);
            return false;
        }
    }

    /** All that is on the log is folded, into a change, a refusal or a dead letter. */
    private static void awaitFolded() {
        long onTheLog = topics.requests();
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(folded()).isEqualTo(onTheLog));
    }

    private static long folded() throws Exception {
        return (long) (meters.sum("rooms_fold_requests_total") + meters.sum("rooms_fold_deadletters_total"));
    }

    /** On each partition, so that each fold shows that it goes on. */
    private static void answersGoodRequests() throws IOException, InterruptedException {
        for (String token : ONE_FOR_EACH_PARTITION.values()) {
            String fresh = token;
            URI uri = URI.create(service.http() + "/api/v1/livechat/room?token=" + fresh);
            HttpRequest good = HttpRequest.newBuilder(uri)
                    .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                    .build();
            assertThat(http.send(good, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    private static Map<Integer, String> tokens() {
        Partitions partitions = new Partitions(4);
        Map<Integer, String> tokens = new HashMap<>();
        IntStream.range(0, 100)
                .mapToObj(number -> Visitors.TOKEN_PREFIX + "good-" + number)
                .forEach(token -> tokens.putIfAbsent(partitions.of(new Token(token)), token));
        return tokens;
    }

    private static void report(String what, int batch, Map<String, Integer> counts) {
        int done = (batch + 1) * BATCH;
        if (done % 10_000 == 0) {
            LOG.info("{} {}: {}", done, what, counts);
        }
    }

    private static void check(String what, Footprint before, int printed) throws IOException, InterruptedException {
        Footprint after = Footprint.of(service, meters);
        String log = service.printed().substring(printed);
        LOG.info(
                "{}: before {}, after {}; {} lines of log",
                what,
                before,
                after,
                log.lines().count());
        assertThat(service.process().isAlive()).isTrue();
        LOG.info("{}: more series of {}", what, after.grownFrom(before));
        assertThat(log).doesNotContain(Visitors.TOKEN_PREFIX);
        // Ours only: on a busy machine the embedded broker reports orders of arrival that its clients mend by
        // themselves.
        assertThat(log.lines().filter(line -> line.contains(" ERROR "))).noneMatch(line -> line.contains("] l."));
        assertThat(log.lines()).hasSizeLessThanOrEqualTo(LINES + COUNT / THINGS_PER_LINE);
        after.hasNotGrownMuchFrom(before);
    }
}
