package livechat.store;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers wait for an offset, as long as the partition stays. */
@Timeout(60)
class AppliedTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Applied applied = new Applied();

    private Stay stay() {
        return applied.stay(0).orElseThrow();
    }

    @Test
    void knowsNothingOfWhatIsNotHere() {
        assertThat(applied.stay(0)).isEmpty();
        assertThat(applied.partitions()).isEmpty();
    }

    @Test
    void letsReadersInAtOnceWhereNothingIsMissing() throws InterruptedException {
        applied.taken(0, 7, 7);

        assertThat(stay().await(7, ZERO)).isTrue();
        assertThat(applied.partitions()).containsExactly(0);
    }

    @Test
    void letsReadersOfAnEmptyLogIn() throws InterruptedException {
        applied.taken(0, -1, -1);

        assertThat(stay().await(-1, ZERO)).isTrue();
    }

    @Test
    void keepsReadersOutUntilTheirOffsetIsFolded() throws InterruptedException {
        applied.taken(0, 4, 4);
        applied.folded(0, 5);
        assertThat(stay().await(6, ZERO)).isFalse();
        applied.folded(0, 6);
        assertThat(stay().await(6, ZERO)).isTrue();
    }

    @Test
    void isCaughtUpWhenAllIsFoldedThatWasThereOnArrival() {
        applied.taken(0, 7, 7);
        applied.taken(1, 6, 7);
        assertThat(applied.isCaughtUp()).isFalse();
        applied.folded(1, 7);
        assertThat(applied.isCaughtUp()).isTrue();
    }

    @Test
    void isCaughtUpWithNothing() {
        assertThat(applied.isCaughtUp()).isTrue();
    }

    @Test
    void endsTheStayWhenThePartitionLeaves() throws InterruptedException {
        applied.taken(0, 7, 7);
        Stay stay = stay();
        applied.left(0);
        applied.folded(0, 8);

        assertThat(stay.isOver()).isTrue();
        assertThat(stay.await(8, LIMIT)).isFalse();
    }

    @Test
    void beginsAnotherStayWhenThePartitionComesBack() {
        applied.taken(0, 7, 7);
        Stay first = stay();
        applied.left(0);
        applied.taken(0, 7, 9);

        assertThat(stay()).isNotSameAs(first);
        assertThat(stay().isOver()).isFalse();
        assertThat(first.isOver()).isTrue();
    }

    @Test
    void endsTheStayOfAPartitionThatComesTwice() {
        applied.taken(0, 7, 7);
        Stay first = stay();
        applied.taken(0, -1, 7);

        assertThat(first.isOver()).isTrue();
    }

    @Test
    void wakesTheReaderWhoWaitsForTheFold() throws Exception {
        applied.taken(0, 6, 7);
        FutureTask<Boolean> reader = waitingReader();
        applied.folded(0, 7);

        assertThat(reader.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void wakesTheReaderWhosePartitionLeaves() throws Exception {
        applied.taken(0, 6, 7);
        FutureTask<Boolean> reader = waitingReader();
        applied.left(0);

        assertThat(reader.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isFalse();
    }

    private FutureTask<Boolean> waitingReader() {
        FutureTask<Boolean> reader = new FutureTask<>(() -> stay().await(7, LIMIT.multipliedBy(10)));
        Thread thread = Thread.ofPlatform().daemon().start(reader);
        await().atMost(LIMIT).until(() -> thread.getState() == Thread.State.WAITING);
        return reader;
    }

    @Test
    void isOfNowOnceItIsCaughtUpAndUnderALease() {
        boolean[] leased = {false};
        applied.under(_ -> leased[0]);
        applied.taken(0, 6, 7);
        leased[0] = true;
        assertThat(stay().isOfNow()).isFalse();
        applied.folded(0, 7);
        assertThat(stay().isOfNow()).isTrue();
        leased[0] = false;

        assertThat(stay().isOfNow()).isFalse();
    }

    /** A thread that nobody has given a lease must not answer, where one is needed. */
    @Test
    void takesPartitionsUnderTheLeaseOfItsThread() throws InterruptedException {
        Applied leased = new Applied(Lease.NONE);
        leased.under(_ -> true);
        leased.taken(0, -1, -1);
        Thread other = Thread.ofPlatform().start(() -> leased.taken(1, -1, -1));
        other.join();

        assertThat(leased.stay(0).orElseThrow().isOurs()).isTrue();
        assertThat(leased.stay(1).orElseThrow().isOurs()).isFalse();
    }
}
