package livechat.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import livechat.fold.Instances.Instance;
import org.junit.jupiter.api.Test;

class StickyAssignorTests {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    /** Three instances, two partitions each, and one of each other's as standbys. */
    private static final Instances THREE = Instances.of(
            new Instance("a", Set.of(0, 1), Set.of(2, 4)),
            new Instance("b", Set.of(2, 3), Set.of(0, 5)),
            new Instance("c", Set.of(4, 5), Set.of(1, 3)));

    private static Instances assign(Instances instances) {
        StickyAssignor assignor = new StickyAssignor();
        assignor.configure(Map.of(StickyAssignor.NOW, (Supplier<Instant>) () -> NOON));
        return instances.after(assignor.assign(instances));
    }

    @Test
    void leavesAllWhereTheyAre() {
        Instances now = assign(THREE);

        assertThat(now.active()).isEqualTo(THREE.active());
        assertThat(now.standby()).isEqualTo(THREE.standby());
        assertThat(now.looksAgain()).isEmpty();
    }

    @Test
    void movesOnlyWhatAnInstanceHadThatHasLeft() {
        Instances now = assign(THREE.without("a"));

        assertThat(now.active())
                .as("to whoever had its state")
                .isEqualTo(Map.of("b", Set.of(2, 3, 0), "c", Set.of(4, 5, 1)));
        assertThat(now.copies().values()).containsOnly(2L);
        assertThat(now.looksAgain()).isEmpty();
    }

    @Test
    void balancesWithPartitionsWhoseStateIsThere() {
        Instances now = assign(Instances.of(
                new Instance("a", Set.of(0, 1, 2, 3, 4), Set.of(5)), new Instance("b", Set.of(5), Set.of(3, 4))));

        assertThat(now.active()).isEqualTo(Map.of("a", Set.of(0, 1, 2), "b", Set.of(3, 4, 5)));
        assertThat(now.looksAgain()).isEmpty();
    }

    @Test
    void letsANewInstanceCopyTheStateFirst() {
        Instances now = assign(THREE.with(new Instance("d", Set.of(), Set.of())));

        assertThat(now.active()).containsAllEntriesOf(THREE.active()).containsEntry("d", Set.of());
        assertThat(now.standby().get("d")).as("copied").isNotEmpty();
        assertThat(now.without("d").copies().values()).as("meanwhile").containsOnly(2L);
        assertThat(now.looksAgain()).contains(NOON.plusMillis(Instances.PROBING_INTERVAL_MILLIS));
    }

    @Test
    void givesAnInstanceThatHasTheStateItsShareAtOnce() {
        Instances two = assign(THREE.without("a"));
        Instances now = assign(two.with(new Instance("a", Set.of(), Set.of(0, 1, 2, 3, 4, 5))));

        assertThat(now.active())
                .allSatisfy((_, partitions) -> assertThat(partitions).hasSize(2));
        assertThat(now.looksAgain()).isEmpty();
    }

    @Test
    void givesPartitionsWhoseStateNobodyHasToAnybody() {
        Instances now =
                assign(Instances.of(new Instance("a", Set.of(), Set.of()), new Instance("b", Set.of(), Set.of())));

        assertThat(now.active().values())
                .allSatisfy(partitions -> assertThat(partitions).hasSize(3));
    }

    @Test
    void goesByWhatWasThereWhenTheBrokersDoNotSayHowMuchStateThereIs() {
        Instances now = assign(THREE.without("a").withoutLags());

        assertThat(now.active().get("b")).contains(2, 3).hasSize(3);
    }
}
