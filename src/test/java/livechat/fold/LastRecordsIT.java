package livechat.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import livechat.broker.EmbeddedBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastRecordsIT {

    private static final TopicPartition COMMITTED = new TopicPartition("committed", 0);
    private static final TopicPartition ABORTED = new TopicPartition("aborted", 0);
    private static final TopicPartition EMPTY = new TopicPartition("empty", 0);

    private EmbeddedBroker broker;
    private KafkaConsumer<byte[], byte[]> consumer;

    @BeforeEach
    void start(@TempDir Path work) throws Exception {
        broker = EmbeddedBroker.start(work, 0);
        try (Admin admin = Admin.create(settings())) {
            admin.createTopics(List.of(topic(COMMITTED), topic(ABORTED), topic(EMPTY)))
                    .all()
                    .get();
        }
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try (var producer = producer()) {
            producer.initTransactions();
            inTransaction(producer, COMMITTED, KafkaProducer::commitTransaction);
            inTransaction(producer, ABORTED, KafkaProducer::commitTransaction);
            // Further than the first look goes back.
            for (int i = 0; i < 4; i++) {
                inTransaction(producer, ABORTED, KafkaProducer::abortTransaction);
            }
        }
    }

    @AfterEach
    void stop() {
        consumer.close();
        broker.close();
    }

    @Test
    void findsLastCommittedOfEachPartition() {
        var found = new LastRecords(consumer).of(Set.of(COMMITTED, ABORTED, EMPTY));
        assertThat(found)
                .hasSize(2)
                .allSatisfy((_, last) -> assertThat(last.offset()).isEqualTo(1));
        assertThat(found).containsOnlyKeys(COMMITTED, ABORTED);
    }

    @Test
    void findsLastBelowAnOffset() {
        var records = new LastRecords(consumer);
        assertThat(records.below(COMMITTED, 1))
                .isNotNull()
                .satisfies(record -> assertThat(record.offset()).isZero());
        assertThat(records.below(COMMITTED, 0)).isNull();
    }

    /** Two records and a marker. */
    private static void inTransaction(
            KafkaProducer<byte[], byte[]> producer,
            TopicPartition partition,
            Consumer<KafkaProducer<byte[], byte[]>> end) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(partition.topic(), new byte[] {1}));
        producer.send(new ProducerRecord<>(partition.topic(), new byte[] {2}));
        producer.flush();
        end.accept(producer);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private static NewTopic topic(TopicPartition partition) {
        return new NewTopic(partition.topic(), 1, (short) 1);
    }
}
