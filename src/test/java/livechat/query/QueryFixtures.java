package livechat.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import livechat.ops.Meters;
import livechat.store.Applied;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.internals.StreamsMetadataImpl;

/** Who has which partition, for the tests of those who ask. */
public final class QueryFixtures {

    private final Applied applied = new Applied();
    private final List<StreamsMetadata> instances = new ArrayList<>();
    private final Peers peers;

    public QueryFixtures(Meters meters) {
        this.peers = new Peers(meters);
    }

    public void here(int partition) {
        applied.taken(partition, -1, -1);
    }

    public void owner(int partition, int port) {
        Set<TopicPartition> active = Set.of(new TopicPartition("livechat.room.requests", partition));
        instances.add(
                new StreamsMetadataImpl(new HostInfo("127.0.0.1", port), Set.of("rooms"), active, Set.of(), Set.of()));
    }

    public Routes routes() {
        return new Routes(applied, new HostInfo("self", 1), () -> instances);
    }

    public Peers peers() {
        return peers;
    }
}
