package livechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Three brokers, three instances, many clients, and one fault after the other: nobody's room is lost, doubled or stale. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ClusterIT {

    private static final int REPETITIONS = Integer.getInteger("livechat.cluster.repetitions", 1);

    @TempDir
    private static Path directory;

    private static @Nullable Cluster cluster;

    /** What has just started compiles what it runs, which is not what the table is about. */
    private static final int WARM = 2000;

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.start(directory, Cluster.Shape.USUAL);
        Trial.of(cluster, Seed.next(), crowd -> crowd.awaitAnswers(WARM));
    }

    @AfterAll
    static void stop() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
    }

    /** All rows of the table, or those that are asked for. */
    static Stream<Fault> faults() {
        String asked = System.getProperty("livechat.cluster.faults", "");
        return asked.isEmpty()
                ? Stream.of(Fault.values())
                : Stream.of(asked.split(",")).map(Fault::valueOf);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void keepsItsPromises(Fault fault) throws Exception {
        Cluster running = Objects.requireNonNull(cluster);
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            long seed = Seed.next();
            Trial trial = Trial.of(running, seed, crowd -> fault.strike(running, crowd, new SplittableRandom(seed)));
            Table.add(fault.title(), trial.measured());
            assertThat(trial.broken()).as("%s with seed %d", fault, seed).isEmpty();
        }
    }
}
