package livechat.directory;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import livechat.log.DirectoryEntry;
import livechat.log.DirectoryFile;
import livechat.log.Topic;
import livechat.log.Topics;
import livechat.room.Agent;
import livechat.room.Department;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** A main of its own that puts a few agents and departments on the topics, so that there is something to try. */
final class SampleDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(SampleDirectory.class);
    private static final String FILE = "/sample-directory.json";

    /** As a service with the same settings would find it. */
    private static final String BROKERS = "${spring.kafka.bootstrap-servers:127.0.0.1:${livechat.broker-port}}";

    /** A broker that is there answers at once; one that is not should not keep anybody waiting. */
    private static final int PATIENCE_MILLIS = 10_000;

    private SampleDirectory() {}

    public static void main(String[] args) throws IOException {
        SpringApplication settings = new SpringApplication(SampleDirectory.class);
        settings.setWebApplicationType(WebApplicationType.NONE);
        settings.setBannerMode(Banner.Mode.OFF);
        settings.setLogStartupInfo(false);
        try (var context = settings.run(args)) {
            write(context.getEnvironment().resolveRequiredPlaceholders(BROKERS));
        }
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
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return new KafkaProducer<>(
                settings, topic.keySerde().serializer(), topic.valueSerde().serializer());
    }
}
