package livechat.fold;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import livechat.log.Placed;
import livechat.log.Topic;
import livechat.log.Topics;
import livechat.store.RoomStore;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/** One source, one fold with one store, three sinks: one sub-topology, whose tasks are the log's partitions. */
final class RoomTopology implements Supplier<Topology> {

    static final String SOURCE = "requests";
    static final String FOLD = "fold";
    static final String EVENTS = "events";
    static final String ROOMS = "rooms";
    static final String DEAD_LETTERS = "dead-letters";

    /** Results stay on the fold's own partition, so that each partition of them has one writer. */
    private static final StreamPartitioner<byte[], Placed> OWN_PARTITION =
            (topic, key, placed, count) -> Optional.of(Set.of(placed.partition()));

    private final ProcessorSupplier<byte[], byte[], byte[], Placed> fold;

    RoomTopology(ProcessorSupplier<byte[], byte[], byte[], Placed> fold) {
        this.fold = fold;
    }

    @Override
    public Topology get() {
        return addTo(new Topology());
    }

    Topology addTo(Topology topology) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                SOURCE,
                Topics.REQUESTS.keySerde().deserializer(),
                Topics.REQUESTS.valueSerde().deserializer(),
                Topics.REQUESTS.name());
        topology.addProcessor(FOLD, fold, SOURCE).addStateStore(RoomStore.builder(), FOLD);
        addSink(topology, EVENTS, Topics.EVENTS);
        addSink(topology, ROOMS, Topics.ROOMS);
        addSink(topology, DEAD_LETTERS, Topics.DEAD_LETTERS);
        return topology;
    }

    private static void addSink(Topology topology, String name, Topic<byte[], Placed> topic) {
        topology.addSink(
                name,
                topic.name(),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer(),
                OWN_PARTITION,
                FOLD);
    }
}
