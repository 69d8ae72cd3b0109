package livechat.directory;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import livechat.log.DirectoryEntry;
import livechat.log.DirectoryFile;
import livechat.log.SampleBrokers;
import livechat.log.Topic;
import livechat.log.Topics;
import livechat.room.Agent;
import livechat.room.Department;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A main of its own that puts a few agents and departments on the topics, so that there is something to try. */
final class SampleDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(SampleDirectory.class);
    private static final String FILE = "/sample-directory.json";

    private SampleDirectory() {}

    public static void main(String[] args) throws IOException {
        write(SampleBrokers.find(SampleDirectory.class, args));
    }

    static void write(String brokers) throws IOException {
        DirectoryFile sample = read();
        write(brokers, Topics.AGENTS, Agent::id, sample.agents());
        write(brokers, Topics.DEPARTMENTS, Department::id, sample.departments());
    }

    static DirectoryFile read() throws IOException {
        try (InputStream in = Objects.requireNonNull(SampleDirectory.class.getResourceAsStream(FILE))) {
            return DirectoryFile.read(in.readAllBytes());
        }
    }

    private static <T> void write(
            String brokers,
            Topic<String, DirectoryEntry<T>> topic,
            Function<T, String> id,
            Iterable<DirectoryEntry<T>> entries) {
        try (Producer<String, DirectoryEntry<T>> producer = producer(brokers, topic)) {
            for (DirectoryEntry<T> entry : entries) {
                String key = id.apply(entry.what());
                producer.send(new ProducerRecord<>(topic.name(), key, entry)).get();
                LOG.info("{} is on {}", key, topic.name());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Nothing was written to %s at %s: does the service run there?".formatted(topic.name(), brokers), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> Producer<String, DirectoryEntry<T>> producer(
            String brokers, Topic<String, DirectoryEntry<T>> topic) {
        return new KafkaProducer<>(
                SampleBrokers.producerSettings(brokers),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer());
    }
}
