package livechat.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import livechat.guarantees.ServiceProcess;
import livechat.guarantees.TopicReader;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.Uuid;

/** Brokers and instances as processes on this machine, each of which can be hurt alone. */
final class Cluster implements AutoCloseable {

    private static final Duration REPLICATED = Duration.ofSeconds(60);

    private final Path directory;
    private final Shape shape;
    private final List<Broker> brokers;
    private final List<Instance> instances;

    /**
     * How large it is.
     *
     * @param places how many instances there can be at once; each needs a listener of its own on each broker
     */
    record Shape(int brokers, int instances, int places, int partitions, Service service) {

        static final Shape USUAL = new Shape(3, 3, 4, 12, Service.AS_IT_IS);

        /** One broker: enough to show a fault of the service itself. */
        static Shape small(int instances, Service service) {
            return new Shape(1, instances, instances, 4, service);
        }

        /** How many copies there can be: an odd number of brokers, three at most. */
        int replicas() {
            return Math.min(brokers, 3);
        }
    }

    private Cluster(Path directory, Shape shape) {
        this.directory = directory;
        this.shape = shape;
        Wiring wiring = new Wiring(shape);
        String id = Uuid.randomUuid().toString();
        brokers = IntStream.range(0, shape.brokers())
                .mapToObj(node -> new Broker(dir("broker", node), settings(wiring, node), wiring.port(node)))
                .map(broker -> broker.formatted(id))
                .toList();
        instances = IntStream.range(0, shape.places())
                .mapToObj(place -> new Instance(shape.service().classPath(), environment(place), wiring.links(place)))
                .toList();
    }

    /** Returns when all brokers answer and all instances are ready. */
    static Cluster start(Path directory, Shape shape) {
        Cluster cluster = new Cluster(directory, shape);
        cluster.brokers.forEach(Broker::start);
        cluster.brokers.forEach(Broker::awaitReady);
        List<Instance> first = cluster.instances.subList(0, shape.instances());
        first.forEach(Instance::start);
        first.forEach(Instance::awaitReady);
        return cluster;
    }

    private Path dir(String kind, int number) {
        return directory.resolve(kind + "-" + number);
    }

    private Properties settings(Wiring wiring, int node) {
        Properties settings = wiring.listeners(node);
        settings.setProperty("log.dirs", dir("broker", node).resolve("data").toString());
        BrokerSettings.add(settings, shape.replicas());
        return settings;
    }

    private Map<String, String> environment(int place) {
        Map<String, String> environment = new HashMap<>(ServiceProcess.place(dir("instance", place)));
        environment.putAll(shape.service().settings());
        environment.put("LIVECHAT_TOPICS_PARTITIONS", String.valueOf(shape.partitions()));
        environment.put("LIVECHAT_TOPICS_REPLICAS", String.valueOf(shape.replicas()));
        environment.put("SPRING_KAFKA_STREAMS_REPLICATION_FACTOR", String.valueOf(shape.replicas()));
        environment.put(
                "SPRING_KAFKA_STREAMS_PROPERTIES_TOPIC_MIN_INSYNC_REPLICAS",
                String.valueOf(BrokerSettings.enough(shape.replicas())));
        return environment;
    }

    int brokers() {
        return brokers.size();
    }

    Broker broker(int node) {
        return brokers.get(node);
    }

    Instance instance(int place) {
        return instances.get(place);
    }

    List<Instance> running() {
        return instances.stream().filter(Instance::isRunning).toList();
    }

    /** One more than there are: it has a place already. */
    Instance spare() {
        return instances.stream()
                .filter(instance -> !instance.isRunning())
                .findFirst()
                .orElseThrow();
    }

    /** Where clients can try: whether the instance behind is well is for them to find out. */
    List<URI> doors() {
        List<Instance> asked = new ArrayList<>(instances.subList(0, shape.instances()));
        instances.stream().skip(shape.instances()).filter(Instance::isRunning).forEach(asked::add);
        return asked.stream().map(Instance::door).toList();
    }

    /** Returns when all copies are complete: before that, the loss of another broker would be the loss of a majority. */
    void awaitReplicated() {
        try (Admin admin = topics().admin()) {
            await().atMost(REPLICATED).until(() -> {
                Set<String> all = admin.listTopics(new ListTopicsOptions().listInternal(true))
                        .names()
                        .get();
                return admin.describeTopics(all).allTopicNames().get().values().stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .allMatch(partition ->
                                partition.isr().size() == partition.replicas().size());
            });
        }
    }

    /** How many instances have partitions, as the group's coordinator sees it. */
    int owners() {
        try (Admin admin = topics().admin()) {
            return (int)
                    admin.describeConsumerGroups(List.of("livechat")).all().get().get("livechat").members().stream()
                            .filter(member ->
                                    !member.assignment().topicPartitions().isEmpty())
                            .map(member -> member.clientId().replaceFirst("-StreamThread-.*", ""))
                            .distinct()
                            .count();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int partitions() {
        return shape.partitions();
    }

    /** Around the instances' wires. */
    String bootstrapServers() {
        return brokers.stream().map(Broker::address).collect(Collectors.joining(","));
    }

    TopicReader topics() {
        return new TopicReader(bootstrapServers());
    }

    String printed() {
        return instances.stream().map(Instance::printed).collect(Collectors.joining());
    }

    @Override
    public void close() throws IOException {
        for (Instance instance : instances) {
            instance.close();
        }
        brokers.forEach(Broker::close);
    }
}
