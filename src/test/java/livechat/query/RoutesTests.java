package livechat.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import livechat.store.Applied;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.internals.StreamsMetadataImpl;
import org.junit.jupiter.api.Test;

/** Where to ask: what is folded here is here, the rest is where Kafka's metadata says. */
class RoutesTests {

    private static final HostInfo SELF = new HostInfo("one", 3000);

    private final Applied applied = new Applied();
    private final List<StreamsMetadata> instances = new ArrayList<>();
    private final Routes routes = new Routes(applied, SELF, () -> instances);

    private void instance(String host, Set<Integer> active, Set<Integer> standby) {
        instances.add(new StreamsMetadataImpl(
                new HostInfo(host, 3000), Set.of("rooms"), requests(active), Set.of("rooms"), requests(standby)));
    }

    private static Set<TopicPartition> requests(Set<Integer> partitions) {
        return partitions.stream()
                .map(partition -> new TopicPartition("livechat.room.requests", partition))
                .collect(Collectors.toSet());
    }

    private static Route.Peer peer(String host) {
        return new Route.Peer(host, 3000);
    }

    @Test
    void goesNowhereWhileNobodyIsKnown() {
        assertThat(routes.owner(0)).isEqualTo(new Route.Nowhere());
        assertThat(routes.copies(0)).isEmpty();
        assertThat(routes.peers()).isEmpty();
    }

    @Test
    void staysWhereThePartitionIsFoldedWhateverTheMetadataSays() {
        instance("two", Set.of(0), Set.of());
        applied.taken(0, -1, -1);

        assertThat(routes.owner(0)).isEqualTo(new Route.Here());
    }

    @Test
    void asksTheInstanceThatHasThePartition() {
        instance("one", Set.of(0), Set.of(1));
        instance("two", Set.of(1, 2), Set.of(0));

        assertThat(IntStream.of(1, 2).mapToObj(routes::owner)).containsOnly(peer("two"));
    }

    /** It is on its way here: whoever else has a copy may be asked meanwhile. */
    @Test
    void asksNobodyForWhatIsToComeHere() {
        instance("one", Set.of(0), Set.of());
        instance("two", Set.of(1), Set.of(0));

        assertThat(routes.owner(0)).isEqualTo(new Route.Nowhere());
        assertThat(routes.copies(0)).containsExactly(peer("two"));
    }

    @Test
    void knowsAllOtherCopies() {
        instance("one", Set.of(), Set.of(0));
        instance("two", Set.of(0), Set.of());
        instance("three", Set.of(1), Set.of(0));

        assertThat(routes.copies(0)).containsExactlyInAnyOrder(peer("two"), peer("three"));
        assertThat(routes.peers()).containsExactlyInAnyOrder(peer("two"), peer("three"));
    }
}
