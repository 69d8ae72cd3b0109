package livechat.query;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import livechat.store.Applied;
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

    @Bean
    RoomScan roomScan(Copies copies, ReadIndex readIndex, Applied applied, Settings settings) {
        ExecutorService threads = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("list-", 0).factory());
        return new RoomScan(new ProvenRows(copies, readIndex, applied), threads);
    }

    @Bean
    Everywhere everywhere(IntSupplier partitionCount, Routes routes, Settings settings) {
        Set<Integer> partitions =
                IntStream.range(0, partitionCount.getAsInt()).boxed().collect(Collectors.toSet());
        return new Everywhere(partitions, routes::owner, settings.deadline(), settings.maxAtOnce());
    }
}
