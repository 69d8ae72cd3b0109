package livechat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A lease ends before the coordinator can have given the partitions away, whatever was lost or late. */
class MembershipTests {

    private static final Duration SESSION = Duration.ofSeconds(4);
    private static final Duration LEASE = Duration.ofSeconds(3);

    /** Wherever it starts: the clock of a process has no zero, and may overflow. */
    private long now = Long.MAX_VALUE - LEASE.toNanos() / 2;

    private final Membership membership = new Membership(SESSION, Duration.ofMinutes(1), () -> now);
    private final Applied applied = new Applied(Lease.NONE);

    private Stay stay() {
        applied.under(membership);
        applied.taken(0, -1, -1);
        return applied.stay(0).orElseThrow();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private Runnable pollAndRenew() {
        membership.polls();
        return membership.renews();
    }

    @Test
    void coversNothingBeforeAnythingIsConfirmed() {
        pollAndRenew();

        assertThat(stay().isOurs()).isFalse();
    }

    @Test
    void lastsThreeQuartersOfASession() {
        Stay stay = stay();
        pollAndRenew().run();
        pass(LEASE.minusNanos(1));
        assertThat(stay.isOurs()).isTrue();
        pass(Duration.ofNanos(1));

        assertThat(stay.isOurs()).isFalse();
    }

    /** The session began anew when the request arrived, which may have been long before its confirmation came back. */
    @Test
    void countsFromTheSendingOfWhatWasConfirmed() {
        Stay stay = stay();
        Runnable confirmed = pollAndRenew();
        pass(LEASE.minusSeconds(1));
        confirmed.run();
        assertThat(stay.isOurs()).isTrue();
        pass(Duration.ofSeconds(1));

        assertThat(stay.isOurs()).isFalse();
    }

    @Test
    void isNotShortenedByAConfirmationThatComesLate() {
        Stay stay = stay();
        Runnable first = pollAndRenew();
        pass(LEASE.minusSeconds(1));
        Runnable second = pollAndRenew();
        second.run();
        first.run();
        pass(LEASE.minusSeconds(1));

        assertThat(stay.isOurs()).isTrue();
    }

    @Test
    void isNotRenewedByWhatIsOnlySent() {
        Stay stay = stay();
        pollAndRenew().run();
        pass(LEASE.minusSeconds(1));
        pollAndRenew();
        pass(Duration.ofSeconds(1));

        assertThat(stay.isOurs()).isFalse();
    }

    /** However often the coordinator hears of it: a thread that hangs in its work leaves the group by itself. */
    @Test
    void endsBeforeAThreadThatDoesNotPollLeaves() {
        Duration silence = SESSION;
        Membership hanging = new Membership(Duration.ofMinutes(1), silence, () -> now);
        applied.under(hanging);
        applied.taken(0, -1, -1);
        Stay stay = applied.stay(0).orElseThrow();
        hanging.polls();
        pass(LEASE.minusNanos(1));
        hanging.renews().run();
        assertThat(stay.isOurs()).isTrue();
        pass(Duration.ofNanos(1));

        assertThat(stay.isOurs()).isFalse();
    }

    @Test
    void endsWithTheStay() {
        Stay stay = stay();
        pollAndRenew().run();
        applied.left(0);

        assertThat(stay.isOurs()).isFalse();
    }

    /** Between two looks a thread may lose its partitions, join again, and have a lease: for what it has got then. */
    @Test
    void doesNotCoverAStayThatEndsWhileTheClockIsAsked() {
        boolean[] looking = {false};
        Membership member = new Membership(SESSION, Duration.ofMinutes(1), () -> {
            if (looking[0]) {
                applied.left(0);
            }
            return now;
        });
        applied.under(member);
        applied.taken(0, -1, -1);
        Stay stay = applied.stay(0).orElseThrow();
        member.renews().run();
        assertThat(stay.isOurs()).isTrue();
        looking[0] = true;

        assertThat(stay.isOurs()).isFalse();
    }

    @Test
    void endsForGoodBeforeTheGroupIsLeft() {
        Stay stay = stay();
        pollAndRenew().run();
        Runnable underWay = pollAndRenew();
        membership.ends();
        assertThat(stay.isOurs()).isFalse();
        underWay.run();

        assertThat(stay.isOurs()).isFalse();
    }

    @Test
    void isRenewedLongBeforeItEnds() {
        assertThat(membership.isDue()).isTrue();
        pollAndRenew();
        assertThat(membership.isDue()).isFalse();
        pass(LEASE.dividedBy(8));

        assertThat(membership.isDue()).isTrue();
    }

    @Test
    void refusesASessionThatLeavesNoRoom() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Membership(Duration.ofMillis(999), Duration.ofMinutes(1)))
                .withMessageContaining("session.timeout.ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Membership(SESSION, Duration.ofMillis(999)))
                .withMessageContaining("max.poll.interval.ms");
    }
}
