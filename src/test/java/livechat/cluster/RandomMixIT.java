package livechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fault after fault in an order that nobody thought of; the seed repeats the order, not the clients' timing. */
class RandomMixIT {

    private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("livechat.cluster.mix.minutes", 3));

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void keepsItsPromisesInAMixOfFaults() throws Exception {
        long seed = Seed.next();
        System.out.println("livechat.cluster.seed=" + seed);
        try (Cluster cluster = Cluster.start(directory, Cluster.Shape.USUAL)) {
            Trial trial = Trial.of(cluster, seed, crowd -> mix(cluster, crowd, new SplittableRandom(seed)));
            Table.add("random mix, %d minutes".formatted(TIME.toMinutes()), trial.measured());
            assertThat(trial.broken()).as("seed %d", seed).isEmpty();
        }
    }

    private static void mix(Cluster cluster, Crowd crowd, SplittableRandom random) {
        Fault[] faults = Fault.values();
        long end = System.nanoTime() + TIME.toNanos();
        while (System.nanoTime() < end) {
            Fault fault = faults[random.nextInt(faults.length)];
            System.out.println(fault.title());
            fault.happen(cluster, crowd, random.split());
        }
    }
}
