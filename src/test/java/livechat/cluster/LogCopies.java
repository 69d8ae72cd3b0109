package livechat.cluster;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import livechat.guarantees.TopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Appends again what is on the request log already, as a network does that has kept a packet. */
final class LogCopies {

    private static final String REQUESTS = "livechat.room.requests";

    private LogCopies() {}

    /** The second request for a room that this visitor's clients have sent, be it a try of the first or another one. */
    static void repeatSecondRequest(Cluster cluster, String token) {
        TopicReader.Message second = cluster.topics().read(REQUESTS).stream()
                .filter(message -> message.key().equals(token) && message.type().equals("livechat.room-requested.v1"))
                .skip(1)
                .findFirst()
                .orElseThrow();
        append(cluster, second.raw());
    }

    private static void append(Cluster cluster, ConsumerRecord<byte[], byte[]> record) {
        try (KafkaProducer<byte[], byte[]> network = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            network.send(new ProducerRecord<>(
                            REQUESTS, record.partition(), null, record.key(), record.value(), record.headers()))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
