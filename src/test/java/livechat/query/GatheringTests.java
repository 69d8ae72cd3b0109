package livechat.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Asking all instances while they move, hang and die: everything once, or nothing. */
@Timeout(60)
class GatheringTests {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Set<Integer> ALL = Set.of(0, 1, 2, 3);
    private static final Route HERE = new Route.Here();
    private static final Route.Peer ONE = new Route.Peer("one", 1);
    private static final Route.Peer OTHER = new Route.Peer("other", 1);

    /** Answers with what it was asked about, by everyone. */
    private static class Echo implements Everywhere.Asker<Set<Integer>> {

        @Override
        public Part<Set<Integer>> here(Set<Integer> partitions, Patience patience) {
            return Part.of(partitions, partitions);
        }

        @Override
        public Part<Set<Integer>> there(Route.Peer peer, Set<Integer> partitions, Patience patience)
                throws IOException, InterruptedException {
            return Part.of(partitions, partitions);
        }
    }

    private static <T> List<T> gather(IntFunction<Route> owners, Everywhere.Asker<T> asker, Duration patience)
            throws InterruptedException {
        return new Gathering<>(ALL, owners, asker, new Patience(patience)).gather();
    }

    @Test
    void asksEachInstanceOnceAboutWhatItHas() throws InterruptedException {
        Map<Integer, Route> owners = Map.of(0, HERE, 1, ONE, 2, OTHER, 3, ONE);

        assertThat(gather(owners::get, new Echo(), LONG)).containsExactlyInAnyOrder(Set.of(0), Set.of(1, 3), Set.of(2));
    }

    @Test
    void asksTheSuccessorOfOneThatHangs() throws InterruptedException {
        AtomicInteger lookups = new AtomicInteger();
        IntFunction<Route> owners = partition -> partition != 2 ? HERE : lookups.getAndIncrement() < 2 ? ONE : OTHER;
        Echo asker = new Echo() {
            @Override
            public Part<Set<Integer>> there(Route.Peer peer, Set<Integer> partitions, Patience patience)
                    throws IOException, InterruptedException {
                if (peer.equals(ONE)) {
                    new CountDownLatch(1).await();
                }
                return super.there(peer, partitions, patience);
            }
        };

        assertThat(gather(owners, asker, LONG)).containsExactlyInAnyOrder(Set.of(0, 1, 3), Set.of(2));
    }

    @Test
    void doesNotAskOneThatHangsASecondTime() {
        AtomicInteger asked = new AtomicInteger();
        Echo asker = new Echo() {
            @Override
            public Part<Set<Integer>> there(Route.Peer peer, Set<Integer> partitions, Patience patience)
                    throws InterruptedException {
                asked.incrementAndGet();
                new CountDownLatch(1).await();
                throw new AssertionError("never");
            }
        };

        assertThatExceptionOfType(RoomsUnavailable.class).isThrownBy(() -> gather(_ -> ONE, asker, SHORT));
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainForWhatWasNotThereYetAndForNothingElse() throws InterruptedException {
        Map<Set<Integer>, Integer> asked = new ConcurrentHashMap<>();
        Echo asker = new Echo() {
            @Override
            public Part<Set<Integer>> there(Route.Peer peer, Set<Integer> partitions, Patience patience) {
                asked.merge(Set.copyOf(partitions), 1, Integer::sum);
                return Part.of(partitions.size() > 1 ? Set.of(0, 1) : partitions, Set.copyOf(partitions));
            }
        };

        assertThat(gather(partition -> partition == 3 ? HERE : ONE, asker, LONG))
                .containsExactlyInAnyOrder(Set.of(0, 1, 2), Set.of(2), Set.of(3));
        assertThat(asked).containsOnly(Map.entry(Set.of(0, 1, 2), 1), Map.entry(Set.of(2), 1));
    }

    /** Such an answer would count the rooms of a partition twice; without it the others of its partitions are asked again. */
    @Test
    void takesNoAnswerAboutAPartitionThatWasAnsweredBefore() throws InterruptedException {
        CountDownLatch hereIsDone = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        Everywhere.Asker<String> asker = new Everywhere.Asker<>() {
            @Override
            public Part<String> here(Set<Integer> partitions, Patience patience) {
                hereIsDone.countDown();
                return Part.of(partitions, "here " + partitions);
            }

            @Override
            public Part<String> there(Route.Peer peer, Set<Integer> partitions, Patience patience)
                    throws InterruptedException {
                hereIsDone.await();
                boolean isFirst = asked.getAndIncrement() == 0;
                return isFirst ? Part.of(Set.of(1, 2, 3), "too much") : Part.of(partitions, "there " + partitions);
            }
        };

        assertThat(gather(partition -> partition < 2 ? HERE : ONE, asker, LONG))
                .containsExactlyInAnyOrder("here [0, 1]", "there [2, 3]");
    }

    @Test
    void asksAgainUntilAPartitionHasAnOwner() throws InterruptedException {
        AtomicInteger lookups = new AtomicInteger();

        assertThat(gather(_ -> lookups.getAndIncrement() < 10 ? new Route.Nowhere() : HERE, new Echo(), LONG))
                .isNotEmpty();
    }

    @Test
    void namesThePartitionsThatNobodyAnsweredFor() {
        Echo asker = new Echo() {
            @Override
            public Part<Set<Integer>> there(Route.Peer peer, Set<Integer> partitions, Patience patience)
                    throws IOException {
                throw new IOException("refused");
            }
        };

        assertThatExceptionOfType(RoomsUnavailable.class)
                .isThrownBy(() -> gather(partition -> partition % 2 == 0 ? HERE : ONE, asker, SHORT))
                .withMessage("no answer about partitions 1, 3");
    }

    @Test
    void takesABugForNoMissingInstance() {
        Echo asker = new Echo() {
            @Override
            public Part<Set<Integer>> here(Set<Integer> partitions, Patience patience) {
                throw new IllegalStateException("a bug");
            }
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> gather(_ -> HERE, asker, LONG))
                .withMessage("a bug");
    }

    @Test
    void putsNoMoreListsTogetherAtOnceThanItMay() {
        Everywhere everywhere = new Everywhere(ALL, _ -> HERE, LONG, 1);
        Echo second = new Echo();
        Echo first = new Echo() {
            @Override
            public Part<Set<Integer>> here(Set<Integer> partitions, Patience patience) {
                assertThatExceptionOfType(RoomsUnavailable.class)
                        .isThrownBy(() -> everywhere.ask(second))
                        .withMessage("too many lists at once");
                return super.here(partitions, patience);
            }
        };

        assertThat(everywhere.ask(first)).hasSize(1);
        assertThat(everywhere.ask(second)).hasSize(1);
    }
}
