package livechat.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** A topic with a few records, written to a broker and found there again. */
final class Records {

    private static final TopicPartition PARTITION = new TopicPartition("kept", 0);
    private static final List<String> VALUES =
            IntStream.range(0, 100).mapToObj(String::valueOf).toList();
    private static final long LIMIT_SECONDS = 60;

    private Records() {}

    static void write(String bootstrapServers) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (Admin admin = Admin.create(settings);
                var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(Set.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                    .all()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
            for (String value : VALUES) {
                producer.send(new ProducerRecord<>(PARTITION.topic(), value)).get(LIMIT_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    /** One more record, written by a transaction that nobody has ended yet. */
    static KafkaProducer<String, String> writeInOpenTransaction(String bootstrapServers) {
        var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "transactional.id", "open"),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(PARTITION.topic(), "in a transaction"));
        producer.flush();
        return producer;
    }

    static void assertNothingIsOpen(String bootstrapServers) {
        assertThat(end(bootstrapServers, IsolationLevel.READ_COMMITTED))
                .isEqualTo(end(bootstrapServers, IsolationLevel.READ_UNCOMMITTED));
    }

    static void assertSomethingIsOpen(String bootstrapServers) {
        assertThat(end(bootstrapServers, IsolationLevel.READ_COMMITTED))
                .isLessThan(end(bootstrapServers, IsolationLevel.READ_UNCOMMITTED));
    }

    private static long end(String bootstrapServers, IsolationLevel isolation) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", isolation.toString());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            return Objects.requireNonNull(consumer.endOffsets(Set.of(PARTITION)).get(PARTITION));
        }
    }

    static void assertKept(String bootstrapServers) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(Set.of(PARTITION));
            consumer.seekToBeginning(Set.of(PARTITION));
            var found = new ArrayList<String>();
            Awaitility.await().atMost(LIMIT_SECONDS, TimeUnit.SECONDS).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> found.add(record.value()));
                return found.equals(VALUES);
            });
        }
    }
}
