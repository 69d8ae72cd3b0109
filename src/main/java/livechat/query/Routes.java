package livechat.query;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import livechat.store.Applied;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** Who has which partition. What Kafka's metadata says is a hint where to ask, never a proof that an answer is right. */
public final class Routes {

    private static final Route HERE = new Route.Here();
    private static final Route NOWHERE = new Route.Nowhere();

    private final Applied applied;
    private final HostInfo self;
    private final Supplier<Collection<StreamsMetadata>> instances;

    /**
     * Looks at what the last rebalance has told.
     *
     * @param self where the others reach this instance
     * @param instances all of them, this one included; none while Kafka Streams is not running
     */
    Routes(Applied applied, HostInfo self, Supplier<Collection<StreamsMetadata>> instances) {
        this.applied = applied;
        this.self = self;
        this.instances = instances;
    }

    /** Who decides for this partition. The fold knows best what is here. */
    public Route owner(int partition) {
        if (applied.stay(partition).isPresent()) {
            return HERE;
        }
        return others().filter(instance -> has(instance.topicPartitions(), partition))
                .<Route>map(Routes::peer)
                .findFirst()
                .orElse(NOWHERE);
    }

    /** The other instances with a copy of this partition, be it the fold's, a standby, or one on its way to either. */
    public List<Route.Peer> copies(int partition) {
        return others().filter(instance ->
                        has(instance.standbyTopicPartitions(), partition) || has(instance.topicPartitions(), partition))
                .map(Routes::peer)
                .toList();
    }

    /** All other instances. */
    public Set<Route.Peer> peers() {
        return others().map(Routes::peer).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<StreamsMetadata> others() {
        return instances.get().stream().filter(instance -> !instance.hostInfo().equals(self));
    }

    private static boolean has(Set<TopicPartition> partitions, int partition) {
        return partitions.stream().anyMatch(each -> each.partition() == partition);
    }

    private static Route.Peer peer(StreamsMetadata instance) {
        return new Route.Peer(instance.host(), instance.port());
    }
}
