package livechat.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.IntStream;
import livechat.query.OwnRowsFixtures;
import livechat.room.Asked;
import livechat.room.CloseRequested;
import livechat.room.LogKey;
import livechat.room.RoomFixtures;
import livechat.room.Token;
import org.junit.jupiter.api.Test;

/** Going through the rows that are here, a few at a time. */
class SweepTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant LATER = RoomFixtures.NOON.plus(Duration.ofDays(1));
    private static final int MANY = 2 * Sweep.ROWS + 10;

    private final OwnRowsFixtures here = new OwnRowsFixtures();
    private final List<Asked> asked = new ArrayList<>();

    private Sweep sweep(Function<Asked, CompletableFuture<Long>> append) {
        Periods periods = new Periods(Optional.of(HOUR), Optional.empty(), Optional.empty());
        Sweep.Log log = new Sweep.Log(append, () -> LATER.plusSeconds(8));
        return new Sweep(here.rows(), log, periods, Clock.fixed(LATER, ZoneOffset.UTC));
    }

    private Sweep sweep() {
        return sweep(request -> {
            asked.add(request);
            return CompletableFuture.completedFuture(1L);
        });
    }

    private int round(Sweep sweep) throws Exception {
        int steps = 0;
        sweep.begin();
        while (sweep.step()) {
            steps++;
        }
        return steps;
    }

    private void rooms(int partition, int count) {
        IntStream.range(0, count)
                .forEach(i -> here.fold(
                        partition,
                        RoomFixtures.aRoomRequest(new Token("token-" + partition + "-" + i), 1000 * partition + i)));
    }

    @Test
    void asksForEachIdleRoomOnceARound() throws Exception {
        rooms(0, MANY);
        rooms(1, 3);

        int steps = round(sweep());

        assertThat(asked.stream().map(request -> request.request().key()).map(LogKey::value))
                .hasSize(MANY + 3)
                .doesNotHaveDuplicates();
        assertThat(asked)
                .allMatch(request -> request.request() instanceof CloseRequested
                        && request.time().equals(LATER)
                        && request.deadline().equals(LATER.plusSeconds(8)));
        // A row for the room and one for its visitor.
        assertThat(steps).isEqualTo(2 * MANY / Sweep.ROWS + 2);
    }

    @Test
    void givesTheSameRequestTheSameIdAgain() throws Exception {
        rooms(0, 5);

        round(sweep());
        round(sweep());

        assertThat(asked).hasSize(10);
        assertThat(asked.subList(0, 5)).isEqualTo(asked.subList(5, 10));
        assertThat(asked.stream().map(Asked::id).distinct()).hasSize(5);
    }

    @Test
    void looksAtNothingBeforeAllThatCameIsFolded() throws Exception {
        rooms(0, 5);
        here.comes(1, 7);

        assertThat(round(sweep())).isZero();
    }

    @Test
    void leavesOutAPartitionThatHasLeft() throws Exception {
        rooms(0, 5);
        rooms(1, 5);
        Sweep sweep = sweep();
        sweep.begin();
        here.leaves(0);
        while (sweep.step()) {}

        assertThat(asked)
                .hasSize(5)
                .allMatch(request -> request.request().key().value().startsWith("token-1-"));
    }

    @Test
    void endsARoundThatTheLogDoesNotTake() {
        rooms(0, 5);
        Sweep sweep = sweep(_ -> CompletableFuture.failedFuture(new IllegalStateException("no broker")));

        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> round(sweep));
    }
}
