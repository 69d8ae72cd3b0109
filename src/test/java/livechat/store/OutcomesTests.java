package livechat.store;

import static java.time.Duration.ZERO;
import static livechat.room.RoomFixtures.requestId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import livechat.room.NoRoom;
import livechat.room.Outcome;
import livechat.room.Refusal;
import livechat.room.Reply;
import livechat.room.RequestId;
import livechat.room.Stranger;
import livechat.room.Token;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers who wait: as many as there are places, each told once, none left behind. */
@Timeout(60)
class OutcomesTests {

    private static final RequestId ID = requestId(1);
    private static final Reply REPLY =
            new Reply(new Outcome.Refused(Refusal.INVALID_ROOM), new Stranger(new Token("nobody")), NoRoom.INSTANCE);

    private static final Parked.Word TOLD = new Parked.Word.Told(REPLY);

    private final Applied applied = new Applied();
    private final Outcomes outcomes = new Outcomes(2, applied);

    @BeforeEach
    void takePartitions() {
        applied.taken(0, -1, -1);
        applied.taken(1, -1, -1);
    }

    private Parked park(int partition, RequestId id) {
        return outcomes.park(partition, id).orElseThrow();
    }

    @Test
    void tellsAllWhoWaitForTheSameRequest() throws InterruptedException {
        Parked first = park(0, ID);
        Parked second = park(0, ID);
        outcomes.tell(ID, REPLY);

        assertThat(first.await(ZERO)).contains(TOLD);
        assertThat(second.await(ZERO)).contains(TOLD);
    }

    @Test
    void tellsNobodyElse() throws InterruptedException {
        Parked other = park(0, requestId(2));
        outcomes.tell(ID, REPLY);

        assertThat(other.await(ZERO)).isEmpty();
    }

    @Test
    void hasNoPlaceForMoreThanItsBound() {
        park(0, ID);
        Parked second = park(0, ID);

        assertThat(outcomes.park(0, requestId(2))).isEmpty();
        second.close();
        assertThat(outcomes.park(0, requestId(2))).isPresent();
    }

    @Test
    void forgetsWhoeverHasLeft() {
        Parked first = park(0, ID);
        Parked second = park(0, ID);
        first.close();
        assertThat(outcomes.size()).isOne();
        second.close();
        assertThat(outcomes.size()).isZero();
    }

    @Test
    void stillTellsTheOneWhoStays() throws InterruptedException {
        Parked gone = park(0, ID);
        Parked here = park(0, ID);
        gone.close();
        outcomes.tell(ID, REPLY);

        assertThat(here.await(ZERO)).contains(TOLD);
        assertThat(gone.await(ZERO)).isEmpty();
    }

    @Test
    void sendsOnlyTheCallersOfTheLeavingPartitionAway() throws InterruptedException {
        Parked leaving = park(0, ID);
        Parked staying = park(1, ID);
        outcomes.left(0);
        outcomes.tell(ID, REPLY);

        assertThat(leaving.await(Duration.ofDays(1))).contains(new Parked.Word.Left());
        assertThat(staying.await(ZERO)).contains(TOLD);
    }

    @Test
    void sendsAwayWhoeverComesAfterThePartitionHasLeft() throws InterruptedException {
        applied.left(0);
        outcomes.left(0);

        assertThat(park(0, ID).await(Duration.ofDays(1))).contains(new Parked.Word.Left());
    }

    @Test
    void saysWhenThereWillBeNoOutcome() {
        Parked parked = park(0, ID);
        outcomes.fail(ID);

        assertThatIllegalStateException().isThrownBy(() -> parked.await(ZERO)).withMessageContaining("dead letters");
    }

    @Test
    void doesNotMindAnOutcomeThatNobodyWaitsFor() {
        outcomes.tell(ID, REPLY);
        outcomes.fail(ID);
        outcomes.left(0);

        assertThat(outcomes.size()).isZero();
    }

    /** Whoever may have the partition by then, and has not folded the request, would answer otherwise. */
    @Test
    void tellsNobodyWithoutALease() throws InterruptedException {
        boolean[] leased = {false};
        applied.under(_ -> leased[0]);
        applied.taken(0, -1, -1);
        Parked parked = park(0, ID);
        outcomes.tell(ID, REPLY);
        assertThat(parked.await(ZERO)).isEmpty();
        leased[0] = true;

        assertThat(parked.await(ZERO)).contains(TOLD);
    }

    @Test
    void sendsAwayWhomItHasNotToldWhenThePartitionLeaves() throws InterruptedException {
        applied.under(Lease.NONE);
        applied.taken(0, -1, -1);
        Parked parked = park(0, ID);
        outcomes.tell(ID, REPLY);
        applied.left(0);
        outcomes.left(0);

        assertThat(parked.await(Duration.ofDays(1))).contains(new Parked.Word.Left());
    }
}
