package livechat.store;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers are let in when the fold is as far as the log was when the partition came. */
@Timeout(60)
class AppliedTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Applied applied = new Applied();

    @Test
    void letsNobodyReadWhatIsNotHere() throws InterruptedException {
        assertThat(applied.await(0, ZERO)).isFalse();
        assertThat(applied.isCaughtUp()).isFalse();
    }

    @Test
    void letsReadersInAtOnceWhereNothingIsMissing() throws InterruptedException {
        applied.taken(0, 7, 7);
        applied.taken(1, -1, -1);

        assertThat(applied.await(0, ZERO)).isTrue();
        assertThat(applied.await(1, ZERO)).isTrue();
        assertThat(applied.isCaughtUp()).isTrue();
    }

    @Test
    void keepsReadersOutUntilTheLastRequestOfArrivalIsFolded() throws InterruptedException {
        applied.taken(0, 4, 6);
        applied.folded(0, 5);
        assertThat(applied.await(0, ZERO)).isFalse();
        applied.folded(0, 6);
        assertThat(applied.await(0, ZERO)).isTrue();
    }

    @Test
    void isNotCaughtUpWhileOnePartitionIsBehind() {
        applied.taken(0, 7, 7);
        applied.taken(1, 6, 7);

        assertThat(applied.isCaughtUp()).isFalse();
    }

    @Test
    void keepsReadersOutOnceThePartitionHasLeft() throws InterruptedException {
        applied.taken(0, 7, 7);
        applied.left(0);
        applied.folded(0, 8);

        assertThat(applied.await(0, ZERO)).isFalse();
        assertThat(applied.isCaughtUp()).isFalse();
    }

    @Test
    void asksForTheNewEndWhenThePartitionComesBack() throws InterruptedException {
        applied.taken(0, 7, 7);
        applied.left(0);
        applied.taken(0, 7, 9);

        assertThat(applied.await(0, ZERO)).isFalse();
    }

    @Test
    void wakesTheReaderWhoWaitsForAPartition() throws Exception {
        FutureTask<Boolean> reader = waitingReader();
        applied.taken(0, 7, 7);

        assertThat(reader.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void wakesTheReaderWhoWaitsForTheFold() throws Exception {
        applied.taken(0, 6, 7);
        FutureTask<Boolean> reader = waitingReader();
        applied.folded(0, 7);

        assertThat(reader.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private FutureTask<Boolean> waitingReader() {
        FutureTask<Boolean> reader = new FutureTask<>(() -> applied.await(0, LIMIT.multipliedBy(10)));
        Thread thread = Thread.ofPlatform().daemon().start(reader);
        await().atMost(LIMIT).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return reader;
    }
}
