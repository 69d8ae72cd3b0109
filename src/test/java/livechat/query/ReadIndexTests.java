package livechat.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No read is told an end of the log that was asked for before the read arrived; all who wait meanwhile share one question. */
@Timeout(60)
class ReadIndexTests {

    /** A question to the brokers that is under way. */
    private record Sent(Map<Integer, CompletableFuture<Long>> ends) {

        void answer(int partition, long offset) {
            end(partition).complete(offset);
        }

        CompletableFuture<Long> end(int partition) {
            return Objects.requireNonNull(ends.get(partition));
        }
    }

    private final List<Sent> sent = new ArrayList<>();
    private final Queue<Runnable> turns = new ConcurrentLinkedQueue<>();
    private final ReadIndex index = new ReadIndex(this::send, turns::add);

    private void takeTurn() {
        Objects.requireNonNull(turns.poll()).run();
        assertThat(turns).isEmpty();
    }

    private synchronized Map<Integer, CompletableFuture<Long>> send(Set<Integer> partitions) {
        Map<Integer, CompletableFuture<Long>> ends =
                partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> new CompletableFuture<>()));
        sent.add(new Sent(ends));
        notifyAll();
        return ends;
    }

    private synchronized Sent awaitSent(int number) throws InterruptedException {
        while (sent.size() < number) {
            wait();
        }
        return sent.get(number - 1);
    }

    @Test
    void asksAtOnceWhenNobodyIsAsking() {
        CompletableFuture<Long> read = index.ask(3);
        sent.getFirst().answer(3, 41);

        assertThat(read).isCompletedWithValue(41L);
    }

    @Test
    void doesNotTellAReadWhatWasAskedBefore() {
        CompletableFuture<Long> early = index.ask(3);
        CompletableFuture<Long> late = index.ask(3);
        sent.getFirst().answer(3, 41);
        assertThat(early).isCompletedWithValue(41L);
        assertThat(late).isNotDone();

        takeTurn();
        sent.getLast().answer(3, 42);
        assertThat(late).isCompletedWithValue(42L);
    }

    @Test
    void asksOnceForAllWhoCameMeanwhile() {
        CompletableFuture<Long> first = index.ask(3);
        List<CompletableFuture<Long>> waiting = List.of(index.ask(3), index.ask(4), index.ask(3));
        assertThat(sent).hasSize(1);
        sent.getFirst().answer(3, 41);

        assertThat(first).isCompletedWithValue(41L);
        takeTurn();
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().ends()).containsOnlyKeys(3, 4);
        sent.getLast().answer(3, 42);
        sent.getLast().answer(4, 7);
        assertThat(waiting).allMatch(CompletableFuture::isDone);
        assertThat(sent).hasSize(2);
        assertThat(turns).isEmpty();
    }

    /** Who has been told comes back at once, and is cheaper in company. */
    @Test
    void letsThoseJoinWhoComeBeforeTheNextQuestionIsSent() {
        CompletableFuture<Long> first = index.ask(3);
        CompletableFuture<Long> second = index.ask(4);
        sent.getFirst().answer(3, 41);
        assertThat(first).isDone();
        CompletableFuture<Long> back = index.ask(3);
        assertThat(sent).hasSize(1);

        takeTurn();
        assertThat(sent.getLast().ends()).containsOnlyKeys(3, 4);
        sent.getLast().answer(3, 42);
        sent.getLast().answer(4, 7);
        assertThat(List.of(second, back)).allMatch(CompletableFuture::isDone);
    }

    @Test
    void isNotHeldUpByALeaderWhoIsSilent() throws Exception {
        ReadIndex index = new ReadIndex(this::send);
        CompletableFuture<Long> silent = index.ask(3);
        CompletableFuture<Long> other = index.ask(4);
        awaitSent(2).answer(4, 7);

        assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo(7);
        assertThat(silent).isNotDone();
        sent.getFirst().answer(3, 41);
        assertThat(silent).isCompletedWithValue(41L);
    }

    /** Readers have no clocks of their own. */
    @Test
    void givesUpALeaderWhoStaysSilent() {
        CompletableFuture<Long> silent = index.ask(3);

        assertThat(silent)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withRootCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void saysWhenTheBrokersDoNotKnow() {
        CompletableFuture<Long> read = index.ask(3);
        sent.getFirst().end(3).completeExceptionally(new IllegalStateException("no leader"));

        assertThat(read).isCompletedExceptionally();
        assertThat(index.ask(3)).isNotDone();
        assertThat(sent).hasSize(2);
    }
}
