package example;

import static java.util.Map.entry;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Prints rooms as they change: one line for each change, each line once. See ../README.md. */
final class RoomConsumer {

    private static final String EVENTS = "livechat.room.events";
    private static final String BROKERS = setting("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092");
    private static final String GROUP = setting("KAFKA_GROUP_ID", "livechat-java-consumer");

    /** Five seconds: enough for a broker that is starting, and little for somebody who has mistyped its address. */
    private static final Map<String, Object> SEARCH = Map.ofEntries(
            entry("bootstrap.servers", BROKERS),
            entry("default.api.timeout.ms", 5000),
            entry("request.timeout.ms", 5000));

    private static final Map<String, Object> CONSUMER = Map.ofEntries(
            entry("bootstrap.servers", BROKERS),
            entry("group.id", GROUP),
            // What a transaction wrote and took back is published again.
            entry("isolation.level", "read_committed"),
            entry("enable.auto.commit", false),
            entry("auto.offset.reset", "earliest"),
            // A restart after kill -9 waits for this until the group has given up the one before.
            entry("session.timeout.ms", 6000),
            entry("heartbeat.interval.ms", 2000));

    /** UTF-8 whatever the terminal's locale, and nothing held back: what is committed was printed. */
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private final Records records = new Records();
    private final Map<TopicPartition, Long> unprinted = new HashMap<>();
    private Rooms rooms = new Rooms();
    private volatile boolean isAskedToEnd;

    private RoomConsumer() {}

    public static void main(String[] args) {
        findTopic();
        RoomConsumer consumer = new RoomConsumer();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> consumer.end(ended)));
        try {
            consumer.run();
        } finally {
            ended.countDown();
        }
    }

    private static String setting(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
    }

    /** A consumer alone would wait for both without a word. */
    private static void findTopic() {
        try (Admin admin = Admin.create(SEARCH)) {
            admin.describeTopics(List.of(EVENTS)).allTopicNames().get();
        } catch (ExecutionException e) {
            giveUp(
                    e.getCause() instanceof UnknownTopicOrPartitionException
                            ? "There is no topic " + EVENTS + " at " + BROKERS
                                    + ": the room service creates it when it starts."
                            : "No Kafka broker answers at " + BROKERS + " ("
                                    + e.getCause().getMessage() + "): start one, or set KAFKA_BOOTSTRAP_SERVERS.");
        } catch (InterruptedException e) {
            giveUp("Interrupted.");
        }
    }

    private static void giveUp(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }

    private void run() {
        var bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(CONSUMER, bytes, bytes)) {
            consumer.subscribe(List.of(EVENTS), new Rewinding(consumer));
            while (!isAskedToEnd) {
                print(consumer);
            }
        }
    }

    /**
     * Lines name the room as it stands, which events of messages do not repeat: so each start goes through the events from
     * the beginning, in silence up to where the group was.
     */
    private final class Rewinding implements ConsumerRebalanceListener {

        private final KafkaConsumer<byte[], byte[]> consumer;

        private Rewinding(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            consumer.committed(consumer.assignment())
                    .forEach((partition, printed) -> unprinted.put(partition, printed == null ? 0 : printed.offset()));
            rooms = new Rooms();
            consumer.seekToBeginning(consumer.assignment());
        }

        /** Nothing to do: whatever was printed is committed before the next poll, which is where this is called. */
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {}
    }

    private void print(KafkaConsumer<byte[], byte[]> consumer) {
        Map<TopicPartition, OffsetAndMetadata> printed = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> raw : consumer.poll(Duration.ofMillis(500))) {
            TopicPartition partition = new TopicPartition(raw.topic(), raw.partition());
            boolean isNew = raw.offset() >= unprinted.get(partition);
            List<String> lines = records.read(raw, isNew).map(rooms::apply).orElse(List.of());
            if (isNew) {
                lines.forEach(OUT::println);
                printed.put(partition, new OffsetAndMetadata(raw.offset() + 1));
            }
        }
        consumer.commitSync(printed);
    }

    /** Runs while the process ends: on Ctrl-C or SIGTERM. */
    private void end(CountDownLatch ended) {
        isAskedToEnd = true;
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!records.leftOut().isEmpty()) {
            System.err.println("Left out: " + records.leftOut());
        }
    }
}
