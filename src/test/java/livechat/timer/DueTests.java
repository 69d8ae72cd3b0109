package livechat.timer;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.NOON;
import static livechat.room.RoomFixtures.aCloseRequest;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.asked;
import static livechat.room.RoomFixtures.landed;
import static livechat.room.RoomFixtures.registration;
import static livechat.room.RoomFixtures.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import livechat.room.Asked;
import livechat.room.Author;
import livechat.room.CloseRequested;
import livechat.room.Decision;
import livechat.room.ErasureRequested;
import livechat.room.InMemoryLedger;
import livechat.room.Landed;
import livechat.room.MessageId;
import livechat.room.MessagePosted;
import livechat.room.Outcome;
import livechat.room.Position;
import livechat.room.ReadRequested;
import livechat.room.Refusal;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomAddress;
import livechat.room.RoomExpired;
import livechat.room.RoomId;
import livechat.room.Stranger;
import livechat.room.VisitorExpired;
import livechat.store.Page;
import livechat.store.Since;
import org.junit.jupiter.api.Test;

/** What is due when, and that the fold agrees: it does what is asked, and refuses it once something has happened. */
class DueTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final RoomId ROOM = new RoomId("room-1");
    private static final Periods PERIODS = new Periods(Optional.of(HOUR), Optional.of(DAY), Optional.of(DAY));
    private static final Periods NONE = new Periods(Optional.empty(), Optional.empty(), Optional.empty());

    private final InMemoryLedger ledger = new InMemoryLedger();
    private int offset;

    private Decision fold(Asked asked) {
        return ledger.fold(landed(asked, offset++));
    }

    private List<Request> due(Periods periods, Instant now) {
        Due due = new Due(periods, now);
        Page page = new Page(
                Stream.of(ledger.visitor(MARY))
                        .filter(visitor -> due.isDue(Since.of(visitor)))
                        .toList(),
                ledger.closedRoom(ROOM).stream()
                        .filter(room -> due.isDue(Since.of(room)))
                        .toList(),
                Optional.empty());
        return Due.of(page, ledger).toList();
    }

    private Outcome ask(Request request, Instant now) {
        Asked asked = new Asked(RequestId.of(request), now, now.plusSeconds(8), Optional.empty(), request);
        return ledger.fold(new Landed(asked, new Position(1, 4, offset++, now))).outcome();
    }

    private static Asked aMessage(int number) {
        return asked(
                number,
                new MessagePosted(
                        RoomAddress.of(MARY, ROOM),
                        new MessageId("message-" + number),
                        new Author.OfVisitor(),
                        saying("Hello"),
                        Optional.empty()));
    }

    @Test
    void closesAnIdleRoomNotAMomentTooEarly() {
        fold(aRoomRequest(MARY, 1));
        fold(aMessage(60));
        Instant idle = NOON.plusSeconds(60).plus(HOUR);

        assertThat(due(PERIODS, idle.minusMillis(1))).isEmpty();
        Request close = due(PERIODS, idle).getFirst();
        assertThat(close).isInstanceOf(CloseRequested.class);
        assertThat(ask(close, idle)).isEqualTo(new Outcome.Closed(ROOM));
    }

    @Test
    void leavesARoomOpenWhoseVisitorHasWrittenMeanwhile() {
        fold(aRoomRequest(MARY, 1));
        Instant idle = NOON.plusSeconds(1).plus(HOUR);
        Request close = due(PERIODS, idle).getFirst();

        fold(aMessage(3601));

        assertThat(ask(close, idle)).isEqualTo(new Outcome.Refused(Refusal.MOVED_ON));
        assertThat(due(PERIODS, idle)).isEmpty();
    }

    @Test
    void closesOnceWhatTwoAskFor() {
        fold(aRoomRequest(MARY, 1));
        Instant idle = NOON.plusSeconds(1).plus(HOUR);
        Request close = due(PERIODS, idle).getFirst();

        assertThat(ask(close, idle)).isEqualTo(new Outcome.Closed(ROOM));
        assertThat(ask(close, idle)).isEqualTo(new Outcome.Closed(ROOM));
    }

    @Test
    void forgetsAClosedRoomAndThenItsVisitor() {
        fold(aRoomRequest(MARY, 1));
        fold(aCloseRequest(MARY, ROOM, 2));
        Instant over = NOON.plusSeconds(2).plus(DAY);

        assertThat(due(PERIODS, over.minusMillis(1))).isEmpty();
        Request expired = due(PERIODS, over).getFirst();
        assertThat(due(PERIODS, over)).containsExactly(expired);
        assertThat(expired).isInstanceOf(RoomExpired.class);
        assertThat(ask(expired, over)).isEqualTo(new Outcome.Changed(ROOM));

        Request gone = due(PERIODS, over).getFirst();
        assertThat(gone).isInstanceOf(VisitorExpired.class);
        assertThat(ask(gone, over)).isInstanceOf(Outcome.Noted.class);
        assertThat(ledger.visitor(MARY)).isEqualTo(new Stranger(MARY));
        assertThat(due(PERIODS, over.plus(DAY))).containsExactly(new ReadRequested(MARY));
    }

    @Test
    void forgetsAVisitorWhoNeverHadARoomUnlessSeenSince() {
        fold(asked(1, registration(MARY, 1, "Mary")));
        Instant over = NOON.plusSeconds(1).plus(DAY);
        assertThat(due(PERIODS, over.minusMillis(1))).isEmpty();
        Request gone = due(PERIODS, over).getFirst();

        fold(asked(2, registration(MARY, 1, "Mary Ann")));

        assertThat(ask(gone, over)).isEqualTo(new Outcome.Refused(Refusal.MOVED_ON));
        assertThat(ask(due(PERIODS, over.plusSeconds(1)).getFirst(), over.plusSeconds(1)))
                .isInstanceOf(Outcome.Noted.class);
    }

    @Test
    void sweepsARowThatOnlyRemembersAnErasure() {
        fold(aRoomRequest(MARY, 1));
        fold(asked(2, new ErasureRequested(MARY)));
        Instant remembered = NOON.plusSeconds(2 + 8 + 60);
        Instant later = remembered.plusSeconds(61);

        assertThat(due(NONE, later.minusSeconds(2))).isEmpty();
        assertThat(due(NONE, later)).containsExactly(new ReadRequested(MARY));
        assertThat(((Stranger) ledger.visitor(MARY)).memory().changes()).isNotEmpty();
        assertThat(ask(new ReadRequested(MARY), later)).isEqualTo(new Outcome.Read());
        assertThat(((Stranger) ledger.visitor(MARY)).memory().changes()).isEmpty();
    }

    @Test
    void asksForNothingWithoutPeriods() {
        fold(aRoomRequest(MARY, 1));
        assertThat(due(NONE, NOON.plus(Duration.ofDays(10_000)))).isEmpty();
        fold(aCloseRequest(MARY, ROOM, 2));
        assertThat(due(NONE, NOON.plus(Duration.ofDays(10_000)))).isEmpty();
    }

    @Test
    void refusesPeriodsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Periods(Optional.of(Duration.ZERO), Optional.empty(), Optional.empty()))
                .withMessageContaining("livechat.room.idle-close-after");
    }
}
