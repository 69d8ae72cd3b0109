package livechat.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import livechat.room.Asked;
import livechat.room.RequestId;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** A main of its own that puts a conversation on the log, so that there is a room to look at. */
final class SampleStory {

    private static final Logger LOG = LoggerFactory.getLogger(SampleStory.class);
    private static final String FILE = "/sample-story.json";

    /** The story is of long ago; when it is told, it has to land like any other request. */
    private static final Duration TIME_TO_LAND = Duration.ofSeconds(60);

    private SampleStory() {}

    /** Under one key, which is the token: the room's id comes from elsewhere, so it need not be on its partition. */
    private record Story(String key, List<Chapter> records) {}

    private record Chapter(
            @JsonProperty("ce_id") String id,
            @JsonProperty("ce_type") String type,
            @JsonProperty("ce_time") String time,
            ObjectNode body) {

        Asked asked(String key, Instant deadline) {
            return new Asked(
                    new RequestId(id),
                    Timestamps.read(time),
                    deadline,
                    Optional.empty(),
                    RequestBodies.read(type, Json.write(body)).request(key));
        }
    }

    public static void main(String[] args) throws IOException {
        write(SampleBrokers.find(SampleStory.class, args));
    }

    static void write(String brokers) throws IOException {
        try (Producer<byte[], byte[]> producer = producer(brokers)) {
            Partitions partitions = new Partitions(
                    producer.partitionsFor(Topics.REQUESTS.name()).size());
            for (Asked asked : requests(Instant.now().plus(TIME_TO_LAND))) {
                ProducerRecord<byte[], byte[]> record = RequestCodec.write(asked, partitions);
                producer.send(record).get();
                LOG.info("{} is on {}", asked.id(), record.topic());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The story was not written to %s: does the service run there?".formatted(brokers), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static List<Asked> requests(Instant deadline) throws IOException {
        try (InputStream in = Objects.requireNonNull(SampleStory.class.getResourceAsStream(FILE))) {
            Story story = Json.read(in.readAllBytes(), Story.class);
            return story.records().stream()
                    .map(chapter -> chapter.asked(story.key(), deadline))
                    .toList();
        }
    }

    private static Producer<byte[], byte[]> producer(String brokers) {
        return new KafkaProducer<>(
                SampleBrokers.producerSettings(brokers), new ByteArraySerializer(), new ByteArraySerializer());
    }
}
