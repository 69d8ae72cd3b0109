package livechat.query;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import livechat.ops.Meters;
import livechat.room.Token;
import livechat.store.Applied;
import livechat.store.Outcomes;
import livechat.store.RoomStore;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the reader to the stores of the running Kafka Streams. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueryConfiguration.Settings.class)
class QueryConfiguration {

    /**
     * Bounds on waiting.
     *
     * @param requestDeadline how long a request may take, from here to the log and back
     * @param maxParkedCallers how many may wait for an outcome at once; as many appends can be in flight
     */
    @ConfigurationProperties("livechat")
    record Settings(Duration requestDeadline, int maxParkedCallers) {}

    @Bean
    Applied applied() {
        return new Applied();
    }

    @Bean
    Outcomes outcomes(Settings settings, Meters meters) {
        Outcomes outcomes = new Outcomes(settings.maxParkedCallers());
        meters.parked(outcomes::size);
        return outcomes;
    }

    @Bean
    LocalRows localRows(Supplier<Optional<KafkaStreams>> streams, Applied applied) {
        return new LocalRows(partition -> store(streams.get(), partition), applied);
    }

    @Bean
    Rooms rooms(LocalRows local, ToIntFunction<Token> partitions, Settings settings, Meters meters) {
        return new Rooms(local, partitions, settings.requestDeadline(), meters);
    }

    @Bean
    Answers answers(Answers.Append append, Outcomes outcomes, ToIntFunction<Token> partitions, Meters meters) {
        return new Answers(append, outcomes, partitions, meters);
    }

    private static ReadOnlyKeyValueStore<Bytes, byte[]> store(Optional<KafkaStreams> streams, int partition) {
        return streams.orElseThrow(() -> new InvalidStateStoreException("Kafka Streams is not running"))
                .store(StoreQueryParameters.fromNameAndType(
                                RoomStore.NAME, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                        .withPartition(partition));
    }
}
