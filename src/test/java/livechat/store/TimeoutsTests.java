package livechat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One clock for all: who is told in time keeps what was told, and nobody waits for ever. */
@Timeout(60)
class TimeoutsTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void failsWhatIsNotDoneInTime() {
        CompletableFuture<String> late = Timeouts.set(new CompletableFuture<>(), Duration.ofMillis(1));

        assertThat(late).failsWithin(LIMIT).withThrowableThat().withCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void leavesWhatIsDone() {
        CompletableFuture<String> told = Timeouts.set(new CompletableFuture<>(), Duration.ofMillis(1));
        told.complete("told");
        CompletableFuture<String> next = Timeouts.set(new CompletableFuture<>(), Duration.ofMillis(1));

        assertThat(next).failsWithin(LIMIT);
        assertThat(told).isCompletedWithValue("told");
    }

    @Test
    void doesNotEndEarlyWhatMayTakeLonger() {
        CompletableFuture<String> patient = Timeouts.set(new CompletableFuture<>(), Duration.ofDays(1));
        CompletableFuture<String> hasty = Timeouts.set(new CompletableFuture<>(), Duration.ZERO);

        assertThat(hasty).failsWithin(LIMIT);
        assertThat(patient).isNotDone();
    }
}
