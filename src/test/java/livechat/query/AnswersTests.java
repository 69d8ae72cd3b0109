package livechat.query;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.aRoomRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import livechat.ops.Meters;
import livechat.room.Asked;
import livechat.room.NoRoom;
import livechat.room.Outcome;
import livechat.room.Refusal;
import livechat.room.Reply;
import livechat.room.Stranger;
import livechat.room.Token;
import livechat.store.Applied;
import livechat.store.Outcomes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks the log waits for the fold's word, and for nothing else. */
@Timeout(60)
class AnswersTests {

    private static final int HERE = 3;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Reply REPLY =
            new Reply(new Outcome.Refused(Refusal.INVALID_ROOM), new Stranger(new Token("nobody")), NoRoom.INSTANCE);
    private static final CompletableFuture<Long> APPENDED = CompletableFuture.completedFuture(0L);

    private final Asked asked = aRoomRequest(MARY, 1);
    private final Applied applied = new Applied();
    private final Outcomes outcomes = new Outcomes(1, applied);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(registry);
    private final List<Asked> log = new ArrayList<>();

    private Answers answers(Answers.Append append, Outcomes outcomes) {
        return new Answers(append, outcomes, _ -> HERE, meters);
    }

    /** Each append is followed by the next of these. */
    private Answers answers(Runnable... then) {
        Iterator<Runnable> next = List.of(then).iterator();
        Answers.Append append = asked -> {
            log.add(asked);
            next.next().run();
            return APPENDED;
        };
        return answers(append, outcomes);
    }

    private void fold() {
        outcomes.tell(asked.id(), REPLY);
    }

    private void leave() {
        outcomes.left(HERE);
    }

    @BeforeEach
    void takeThePartition() {
        applied.taken(HERE, -1, -1);
    }

    @AfterEach
    void leavesNobodyParked() {
        assertThat(outcomes.size()).isZero();
        assertThat(outcomes.park(HERE, asked.id())).isPresent();
    }

    @Test
    void givesTheFoldsWord() {
        assertThat(answers(this::fold).ask(asked, new Patience(LONG))).isEqualTo(REPLY);
        assertThat(log).containsExactly(asked);
    }

    @Test
    void saysThatThePartitionLeftWithTheRequestOnTheLog() {
        assertThatExceptionOfType(Moved.class)
                .isThrownBy(() -> answers(this::leave).ask(asked, new Patience(LONG)))
                .returns(true, Moved::mayBeOnTheLog);
        assertThat(log).containsExactly(asked);
    }

    @Test
    void countsAppendsAndTheTimeOfAnAnswer() {
        answers(this::fold).ask(asked, new Patience(LONG));

        assertThat(registry.counter("rooms.log.appends").count()).isOne();
        assertThat(registry.timer("rooms.query.duration").count()).isOne();
    }

    @Test
    void staysWhenAnotherPartitionLeaves() {
        Runnable elsewhere = () -> {
            outcomes.left(HERE + 1);
            fold();
        };

        assertThat(answers(elsewhere).ask(asked, new Patience(LONG))).isEqualTo(REPLY);
        assertThat(log).hasSize(1);
    }

    @Test
    void isUnavailableWhenTheLogDoesNotConfirm() {
        Answers answers = answers(_ -> CompletableFuture.failedFuture(new IllegalStateException("broken")), outcomes);

        assertUnavailable(answers, "did not confirm");
    }

    /** Whoever hears from the fold knows that the request is on the log. */
    @Test
    void doesNotWaitForTheLogOnceTheFoldHasSpoken() {
        Answers answers = answers(
                _ -> {
                    fold();
                    return new CompletableFuture<>();
                },
                outcomes);

        assertThat(answers.ask(asked, new Patience(LONG))).isEqualTo(REPLY);
    }

    @Test
    void isUnavailableWhenTheLogIsSilent() {
        Answers answers = answers(_ -> new CompletableFuture<>(), outcomes);

        assertUnavailable(answers, new Patience(Duration.ofMillis(1)), "no outcome in time");
    }

    @Test
    void isUnavailableWhenNobodyFoldsInTime() {
        Answers answers = answers(_ -> APPENDED, outcomes);

        assertUnavailable(answers, new Patience(Duration.ofMillis(20)), "no outcome in time");
    }

    @Test
    void appendsNothingWhenTooManyWait() {
        Answers answers = answers(
                asked -> {
                    log.add(asked);
                    return APPENDED;
                },
                new Outcomes(0, applied));

        assertUnavailable(answers, "too many");
        assertThat(log).isEmpty();
    }

    @Test
    void saysThatARequestWasPutAside() {
        assertThatIllegalStateException()
                .isThrownBy(() -> answers(() -> outcomes.fail(asked.id())).ask(asked, new Patience(LONG)))
                .withMessageContaining("dead letters");
    }

    @Test
    void endsItsWaitWhenInterrupted() {
        Answers answers = answers(() -> Thread.currentThread().interrupt());

        assertUnavailable(answers, "interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private void assertUnavailable(Answers answers, String why) {
        assertUnavailable(answers, new Patience(LONG), why);
    }

    private void assertUnavailable(Answers answers, Patience patience, String why) {
        assertThatExceptionOfType(RoomsUnavailable.class)
                .isThrownBy(() -> answers.ask(asked, patience))
                .withMessageContaining(why);
    }
}
