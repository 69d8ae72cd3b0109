package livechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker notices what it is there for, and nothing where nothing is wrong. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PlantedFaultsIT {

    @TempDir
    private Path directory;

    /** All, or those that are asked for. */
    static Stream<PlantedFault> faults() {
        String asked = System.getProperty("livechat.cluster.plants", "");
        return asked.isEmpty()
                ? Stream.of(PlantedFault.values())
                : Stream.of(asked.split(",")).map(PlantedFault::valueOf);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void noticesA(PlantedFault fault) throws Exception {
        List<String> violations = play(fault.service(), List.of(fault.scenario()));
        assertThat(violations).as("%s is noticed", fault).isNotEmpty();
        System.out.printf(
                "%s: %s%n", fault, violations.getFirst().lines().findFirst().orElseThrow());
    }

    /** All scenarios that need the same surroundings share a cluster. */
    static Stream<Around> surroundings() {
        return faults().map(PlantedFault::around).distinct();
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void findsNothingWrongWithASoundService(Around around) throws Exception {
        List<Scenario> scenarios = faults().filter(fault -> fault.around().equals(around))
                .map(PlantedFault::scenario)
                .distinct()
                .toList();
        assertThat(play(around, scenarios)).isEmpty();
    }

    /** As when an instance asks again for a caller who is told what the first copy led to. */
    @Test
    void createsNoRoomForACopyOfARequestThatWasAnsweredWithAnotherOne() throws Exception {
        assertThat(play(Around.NOTHING, List.of(Scenario.A_COPY_OF_WHAT_CHANGED_NOTHING_LANDS_AFTER_A_CLOSE)))
                .isEmpty();
    }

    private List<String> play(Around around, List<Scenario> scenarios) throws Exception {
        Service service = Service.inAHurry(Plant.classPath(around.plants(), directory.resolve("plants")))
                .with(around.settings());
        int instances = scenarios.stream().mapToInt(Scenario::instances).max().orElseThrow();
        try (Cluster cluster = Cluster.start(directory.resolve("cluster"), Cluster.Shape.small(instances, service))) {
            for (Scenario scenario : scenarios) {
                Script script = new Script(cluster);
                scenario.play(script);
                List<String> violations = Checker.violations(cluster, script.history());
                if (!violations.isEmpty()) {
                    return violations;
                }
            }
            return List.of();
        }
    }
}
