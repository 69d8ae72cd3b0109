package livechat.guarantees;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The topics as a read_committed consumer of another team reads them, from the beginning to the end. */
public final class TopicReader {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration FOLDED = Duration.ofMinutes(1);
    private static final String REQUESTS = "livechat.room.requests";
    private static final String EVENTS = "livechat.room.events";
    private static final String ROOMS = "livechat.rooms";

    private final String brokers;
    private final String applicationId;

    public TopicReader(String brokers) {
        this(brokers, "livechat");
    }

    /** Of a fold that does not have the usual name. */
    TopicReader(String brokers, String applicationId) {
        this.brokers = brokers;
        this.applicationId = applicationId;
    }

    /** One record, read. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Message(String key, Map<String, String> headers, byte[] value, ConsumerRecord<byte[], byte[]> raw) {

        static Message of(ConsumerRecord<byte[], byte[]> raw) {
            Map<String, String> headers = new HashMap<>();
            raw.headers().forEach(header -> headers.put(header.key(), text(header.value())));
            return new Message(text(raw.key()), headers, raw.value(), raw);
        }

        private static String text(byte @Nullable [] bytes) {
            return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        }

        public String type() {
            return headers.getOrDefault("ce_type", "none");
        }

        public JsonNode json() {
            return JSON.readTree(value);
        }

        /** Everything in it, to search. */
        String everything() {
            return key + headers + text(value);
        }
    }

    public List<Message> events() {
        return read(EVENTS);
    }

    public List<Message> rooms() {
        return read(ROOMS);
    }

    public List<Message> read(String topic) {
        List<Message> messages = new ArrayList<>();
        forEach(topic, record -> messages.add(Message.of(record)));
        return messages;
    }

    /** Their number, for topics that are too large to be held. */
    long count(String topic) {
        LongAdder count = new LongAdder();
        forEach(topic, _ -> count.increment());
        return count.sum();
    }

    private void forEach(String topic, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(IsolationLevel.READ_COMMITTED)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(taker);
            }
        }
    }

    long requests() {
        return ends(IsolationLevel.READ_COMMITTED, REQUESTS).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Returns when all that came of the requests so far can be read: callers are told of it before. */
    void awaitFold() {
        Map<TopicPartition, Long> asked = ends(IsolationLevel.READ_COMMITTED, REQUESTS);
        await().atMost(FOLDED).until(() -> hasReached(asked, folded()));
        Map<TopicPartition, Long> written = ends(IsolationLevel.READ_UNCOMMITTED, EVENTS, ROOMS);
        await().atMost(FOLDED).until(() -> hasReached(written, ends(IsolationLevel.READ_COMMITTED, EVENTS, ROOMS)));
    }

    private static boolean hasReached(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> reached) {
        return ends.entrySet().stream().allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private Map<TopicPartition, Long> folded() throws Exception {
        Map<TopicPartition, Long> folded = new HashMap<>();
        try (Admin admin = admin()) {
            admin.listConsumerGroupOffsets(applicationId)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, next) -> folded.put(partition, next.offset()));
        }
        return folded;
    }

    private Map<TopicPartition, Long> ends(IsolationLevel level, String... topics) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(level)) {
            return consumer.endOffsets(Stream.of(topics)
                    .flatMap(topic -> partitions(consumer, topic).stream())
                    .toList());
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    /** The last value of each key, as a compacted topic means it. */
    Map<String, String> table(String topic) {
        Map<String, String> table = new HashMap<>();
        read(topic)
                .forEach(message -> table.put(
                        message.raw().partition() + "/" + message.key(),
                        HexFormat.of().formatHex(message.value())));
        return table;
    }

    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", brokers));
    }

    private KafkaConsumer<byte[], byte[]> consumer(IsolationLevel level) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "isolation.level", level.toString(), "auto.offset.reset", "none"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
