package livechat.query;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import livechat.store.Applied;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what is asked of all partitions at once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ListConfiguration.Settings.class)
class ListConfiguration {

    /** Scans that wait for a thread, each from another instance or from here; they are given up at their deadline. */
    private static final int WAITING = 16;

    /**
     * Bounds on lists; the defaults and the reasons for them are in application.yaml.
     *
     * @param deadline how long all instances together may take
     * @param maxAtOnce how many lists this instance puts together at once
     * @param threads how many scans this instance runs at once, for itself and for others
     */
    @ConfigurationProperties("livechat.list")
    record Settings(Duration deadline, int maxAtOnce, int threads) {

        Settings {
            if (!deadline.isPositive() || maxAtOnce < 1 || threads < 1) {
                throw new IllegalArgumentException("livechat.list has to be positive: deadline " + deadline
                        + ", max-at-once " + maxAtOnce + ", threads " + threads);
            }
        }
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService scanThreads(Settings settings) {
        return new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("list-", 0).factory());
    }

    @Bean
    RoomScan roomScan(LocalRows local, Applied applied, ExecutorService scanThreads) {
        return new RoomScan(new KeptRows(local, applied), scanThreads);
    }

    @Bean
    Everywhere everywhere(
            IntSupplier partitionCount, Applied applied, Supplier<Optional<KafkaStreams>> streams, Settings settings) {
        Set<Integer> partitions =
                IntStream.range(0, partitionCount.getAsInt()).boxed().collect(Collectors.toSet());
        return new Everywhere(partitions, routes(applied, streams), settings.deadline(), settings.maxAtOnce());
    }

    @Bean
    Peers peers() {
        return new Peers();
    }

    private static IntFunction<Route> routes(Applied applied, Supplier<Optional<KafkaStreams>> streams) {
        return partition -> applied.readable().contains(partition)
                ? new Route.Here()
                : streams.get().stream()
                        .flatMap(running -> running.metadataForAllStreamsClients().stream())
                        .filter(instance ->
                                instance.topicPartitions().stream().anyMatch(each -> each.partition() == partition))
                        .<Route>map(instance -> new Route.Peer(instance.host(), instance.port()))
                        .findFirst()
                        .orElse(new Route.Nowhere());
    }
}
