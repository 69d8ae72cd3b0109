package livechat.query;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import livechat.ops.Meters;
import livechat.room.LogKey;
import livechat.store.Applied;
import livechat.store.Lease;
import livechat.store.Outcomes;
import livechat.store.RoomStore;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the reader to the stores of the running Kafka Streams, and to the other instances. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueryConfiguration.Settings.class)
class QueryConfiguration {

    /**
     * How reads are proven, where the others find this instance, and a bound on waiting.
     *
     * @param advertisedAddress host:port
     * @param maxParkedCallers how many may wait for an outcome at once; as many appends can be in flight
     */
    @ConfigurationProperties("livechat")
    record Settings(Reads reads, String advertisedAddress, int maxParkedCallers) {

        /** What proves that an answer from a store is not old. */
        enum Reads {
            INDEX,
            LOG,
            LEASE;

            /** Of a thread that the fold has given none. */
            Lease lease() {
                return this == LEASE ? Lease.NONE : Lease.NOT_NEEDED;
            }
        }
    }

    @Bean
    Applied applied(Settings settings) {
        return new Applied(settings.reads().lease());
    }

    @Bean
    Outcomes outcomes(Settings settings, Applied applied, Meters meters) {
        Outcomes outcomes = new Outcomes(settings.maxParkedCallers(), applied);
        meters.parked(outcomes::size);
        return outcomes;
    }

    @Bean
    ReadIndex readIndex(ReadIndex.Log log) {
        return new ReadIndex(log);
    }

    @Bean
    Rooms rooms(
            Copies copies,
            ReadIndex index,
            Function<LogKey, CompletableFuture<Long>> appendMark,
            Settings settings,
            ToIntFunction<LogKey> partitions,
            Meters meters) {
        Proof proof = switch (settings.reads()) {
            case INDEX -> new ProofByOffset(index);
            case LOG -> new ProofByOffset(new LogMarks(appendMark));
            case LEASE -> new ProofByLease();
        };
        return new Rooms(copies, proof, partitions, meters);
    }

    @Bean
    Copies copies(Supplier<Optional<KafkaStreams>> streams, Applied applied) {
        return new Copies(
                partition -> store(streams.get(), partition),
                applied,
                (partition, offset) -> streams.get()
                        .filter(running -> isCommitted(running, partition, offset))
                        .isPresent());
    }

    @Bean
    OwnRows ownRows(Copies copies, Applied applied) {
        return new OwnRows(copies, applied);
    }

    @Bean
    Routes routes(Supplier<Optional<KafkaStreams>> streams, Applied applied, Settings settings) {
        return new Routes(
                applied, HostInfo.buildFromEndpoint(settings.advertisedAddress()), () -> instances(streams.get()));
    }

    @Bean
    Peers peers(Meters meters) {
        return new Peers(meters);
    }

    @Bean
    Answers answers(Answers.Append append, Outcomes outcomes, ToIntFunction<LogKey> partitions, Meters meters) {
        return new Answers(append, outcomes, partitions, meters);
    }

    @Bean
    HealthIndicator readsHealthIndicator(ReadIndex index, Applied applied) {
        return new ReadsHealth(index, applied);
    }

    private static Collection<StreamsMetadata> instances(Optional<KafkaStreams> streams) {
        return streams.filter(running -> running.state().isRunningOrRebalancing())
                .map(KafkaStreams::metadataForAllStreamsClients)
                .orElse(List.of());
    }

    private static boolean isCommitted(KafkaStreams streams, int partition, long offset) {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.committedOffsets().entrySet().stream())
                .anyMatch(next -> next.getKey().partition() == partition && next.getValue() > offset);
    }

    /** Standbys and restoring stores too: what an answer is worth is proven without Kafka Streams. */
    private static ReadOnlyKeyValueStore<Bytes, byte[]> store(Optional<KafkaStreams> streams, int partition) {
        return streams.orElseThrow(() -> new InvalidStateStoreException("Kafka Streams is not running"))
                .store(StoreQueryParameters.fromNameAndType(RoomStore.NAME, RoomStore.itself())
                        .withPartition(partition)
                        .enableStaleStores());
    }
}
