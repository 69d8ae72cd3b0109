package livechat.room;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.NOON;
import static livechat.room.RoomFixtures.PAUL;
import static livechat.room.RoomFixtures.aCloseRequest;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.asked;
import static livechat.room.RoomFixtures.landed;
import static livechat.room.RoomFixtures.requestId;
import static livechat.room.RoomFixtures.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What each state answers, by example. */
class RoomTests {

    private final InMemoryLedger ledger = new InMemoryLedger();
    private long offset;

    private Decision fold(Asked asked) {
        return ledger.fold(landed(asked, offset++));
    }

    private RoomId openRoom(Token token, int number) {
        fold(aRoomRequest(token, number));
        return new RoomId("room-" + number);
    }

    @Test
    void registersAStrangerAsGuestAndCreatesTheRoom() {
        offset = 41;
        Decision decision = fold(aRoomRequest(MARY, 1));

        assertThat(decision.outcome()).isEqualTo(new Outcome.Created(new RoomId("room-1")));
        assertThat(decision.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("VisitorRegistered", "RoomCreated");
        OpenRoom room = (OpenRoom) decision.room();
        assertThat(room.visitor().username()).isEqualTo("guest-165").isEqualTo(room.displayName());
        assertThat(room.origin().ts())
                .isEqualTo(NOON.plusSeconds(1))
                .isEqualTo(room.conversation().lastMessageAt());
        assertThat(room.conversation().waitingResponse()).isTrue();
    }

    @Test
    void findsTheOpenRoomAndPublishesNothing() {
        RoomId first = openRoom(MARY, 1);
        Decision decision = fold(aRoomRequest(MARY, 2));

        assertThat(decision.outcome()).isEqualTo(new Outcome.Found(first));
        assertThat(decision.events()).isEmpty();
    }

    @Test
    void createsANewRoomForAKnownVisitorOnceTheOldOneIsClosed() {
        RoomId first = openRoom(MARY, 1);
        fold(aCloseRequest(MARY, first, 2));
        Decision decision = fold(aRoomRequest(MARY, 3));

        assertThat(decision.outcome()).isEqualTo(new Outcome.Created(new RoomId("room-3")));
        assertThat(decision.events()).hasSize(1);
        assertThat(((OpenRoom) decision.room()).visitor().id()).isEqualTo(new VisitorId("visitor-1"));
    }

    @Test
    void closesTheOpenRoomAndSaysWhenAndByWhom() {
        RoomId first = openRoom(MARY, 1);
        Decision decision = fold(aCloseRequest(MARY, first, 5));

        ClosedRoom closed = (ClosedRoom) decision.room();
        assertThat(decision.outcome()).isEqualTo(new Outcome.Closed(first));
        assertThat(closed.closedAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(closed.duration()).isEqualTo(Duration.ofSeconds(4));
        assertThat(closed.was().visitor().status()).isEqualTo(RoomVisitor.Status.OFFLINE);
        assertThat(ledger.visitor(MARY).room()).isEqualTo(NoRoom.INSTANCE);
    }

    @Test
    void refusesToCloseWhatIsNotThere() {
        RoomId mine = openRoom(MARY, 1);
        fold(aCloseRequest(MARY, mine, 2));
        openRoom(PAUL, 3);

        assertThat(refusal(aCloseRequest(new Token("nobody"), mine, 4))).isEqualTo(Refusal.INVALID_TOKEN);
        assertThat(refusal(aCloseRequest(PAUL, new RoomId("unheard-of"), 5))).isEqualTo(Refusal.INVALID_ROOM);
        assertThat(refusal(aCloseRequest(PAUL, mine, 6))).isEqualTo(Refusal.INVALID_ROOM);
        assertThat(refusal(aCloseRequest(MARY, mine, 7))).isEqualTo(Refusal.ROOM_CLOSED);
    }

    private Refusal refusal(Asked asked) {
        Decision decision = fold(asked);
        assertThat(decision.isChange()).isFalse();
        assertThat(decision.events()).singleElement().isInstanceOf(Event.RequestRefused.class);
        return ((Outcome.Refused) decision.outcome()).refusal();
    }

    @Test
    void givesARepeatedRequestTheOutcomeItHadAlsoWhenItIsLate() {
        Asked create = aRoomRequest(MARY, 1);
        fold(create);
        fold(aCloseRequest(MARY, new RoomId("room-1"), 2));
        Decision repeated = ledger.fold(landed(create, offset++, Duration.ofSeconds(30)));

        assertThat(repeated.outcome()).isEqualTo(new Outcome.Created(new RoomId("room-1")));
        assertThat(repeated.room()).isInstanceOf(ClosedRoom.class);
        assertThat(repeated.events()).isEmpty();
    }

    /** Whoever was told that there was a room already has not asked for another one. */
    @Test
    void createsNoRoomForACopyOfARequestThatFoundOne() {
        RoomId first = openRoom(MARY, 1);
        Asked found = aRoomRequest(MARY, 2);
        fold(found);
        fold(aCloseRequest(MARY, first, 3));
        Decision copy = fold(found);

        assertThat(copy.outcome()).isEqualTo(new Outcome.Found(first));
        assertThat(ledger.visitor(MARY).room()).isEqualTo(NoRoom.INSTANCE);
    }

    @Test
    void refusesACopyOfARefusedRequestAgain() {
        RoomId first = openRoom(MARY, 1);
        Asked hold = asked(2, new HoldRequested(RoomAddress.of(first)));
        Outcome refused = fold(hold).outcome();
        assertThat(refused).isInstanceOf(Outcome.Refused.class);
        Decision copy = fold(hold);

        assertThat(copy.outcome()).isEqualTo(refused);
        assertThat(copy.events()).isEmpty();
    }

    @Test
    void remembersTheNewestOfThoseThatChangedNothing() {
        openRoom(MARY, 1);
        for (int number = 2; number < Memory.OTHERS + 4; number++) {
            fold(soon(number, RoomFixtures.roomRequested(MARY, number)));
        }
        Memory memory = ledger.visitor(MARY).memory();

        assertThat(memory.changes()).hasSize(1);
        assertThat(memory.others()).hasSize(Memory.OTHERS).first().returns(requestId(4), Remembered::id);
    }

    @Test
    void refusesAnotherContentUnderARequestIdThatWasUsed() {
        RoomId room = openRoom(MARY, 1);
        Decision decision = fold(soon(1, new CloseRequested(MARY, room)));

        assertThat(decision.outcome()).isEqualTo(new Outcome.Refused(Refusal.IDEMPOTENCY_KEY_REUSED));
        assertThat(decision.events()).isEmpty();
        assertThat(ledger.visitor(MARY).room()).isInstanceOf(OpenRoom.class);
    }

    @Test
    void refusesARequestThatLandsAfterItsDeadline() {
        Decision late = ledger.fold(landed(aRoomRequest(MARY, 1), 0, Duration.ofMillis(8001)));
        Decision justInTime = ledger.fold(landed(aRoomRequest(PAUL, 1), 1, Duration.ofSeconds(8)));

        assertThat(late.outcome()).isEqualTo(new Outcome.Refused(Refusal.LATE));
        assertThat(ledger.visitor(MARY)).isInstanceOf(Stranger.class);
        assertThat(justInTime.outcome()).isInstanceOf(Outcome.Created.class);
    }

    @Test
    void forgetsARequestSixtySecondsAfterItsDeadline() {
        openRoom(MARY, 1);
        fold(aRoomRequest(MARY, 68));
        assertThat(ledger.visitor(MARY).memory().changes()).hasSize(1);
        fold(aRoomRequest(MARY, 69));
        assertThat(ledger.visitor(MARY).memory().changes()).isEmpty();
    }

    @Test
    void refusesAChangeAsBusyWhileAsManyAreRemembered() {
        for (int number = 0; number < Memory.CAPACITY; number++) {
            Request request = number % 2 == 0
                    ? RoomFixtures.roomRequested(MARY, number)
                    : new CloseRequested(MARY, new RoomId("room-" + (number - 1)));
            fold(soon(number, request));
        }
        Decision decision = fold(soon(Memory.CAPACITY, RoomFixtures.roomRequested(MARY, Memory.CAPACITY)));

        assertThat(decision.outcome()).isEqualTo(new Outcome.Refused(Refusal.BUSY));
        assertThat(ledger.visitor(MARY).memory().changes()).hasSize(Memory.CAPACITY);
        assertThat(fold(asked(100, RoomFixtures.roomRequested(MARY, 100))).outcome())
                .isInstanceOf(Outcome.Created.class);
    }

    @Test
    void refusesAnIdThatStandsForAnotherRoom() {
        RoomId mine = openRoom(MARY, 1);
        Asked sameId = asked(2, RoomFixtures.roomRequested(PAUL, 1));
        assertThat(refusal(sameId)).isEqualTo(Refusal.INVALID_ROOM);

        fold(aCloseRequest(MARY, mine, 3));
        assertThat(refusal(asked(4, RoomFixtures.roomRequested(MARY, 1)))).isEqualTo(Refusal.INVALID_ROOM);
        assertThat(ledger.visitor(PAUL)).isInstanceOf(Stranger.class);
    }

    @Test
    void keepsARoomsTimeFromRunningBackwards() {
        openRoom(MARY, 10);
        Decision decision = fold(aCloseRequest(MARY, new RoomId("room-10"), 3));

        assertThat(((ClosedRoom) decision.room()).duration()).isEqualTo(Duration.ZERO);
    }

    @Test
    void countsGuestsWithoutASharedCounter() {
        List<Long> numbers = List.of(
                new Position(0, 4, 0, NOON).unique(),
                new Position(3, 4, 0, NOON).unique(),
                new Position(0, 4, 1, NOON).unique());

        assertThat(numbers).containsExactly(0L, 3L, 4L);
    }

    @Test
    void servesANewRoomByTheAgentThatWasAskedFor() {
        Agent bob = new Agent("agent-bob", "bob");
        Decision decision = fold(asked(1, RoomFixtures.roomRequested(MARY, 1, Optional.of(bob), UnknownToken.GUEST)));
        OpenRoom room = (OpenRoom) decision.room();

        assertThat(decision.events()).last().isEqualTo(new Event.AgentAssigned(room));
        assertThat(room.servedBy()).contains(new ServedBy(bob, NOON.plusSeconds(1)));
        assertThat(room.conversation().users()).isEqualTo(2);
        assertThat(ledger.visitor(MARY).room()).isEqualTo(room);

        fold(aCloseRequest(MARY, room.id(), 5));
        assertThat(ledger.closedRoom(room.id()).orElseThrow().serviceTime()).contains(Duration.ofSeconds(4));
    }

    @Test
    void leavesAnExistingRoomToWhoeverServesIt() {
        openRoom(MARY, 1);
        Agent bob = new Agent("agent-bob", "bob");
        Decision decision = fold(asked(2, RoomFixtures.roomRequested(MARY, 2, Optional.of(bob), UnknownToken.GUEST)));

        assertThat(decision.events()).isEmpty();
        assertThat(((OpenRoom) decision.room()).servedBy()).isEmpty();
    }

    @Test
    void rejectsAStrangerWhereVisitorsHaveToRegister() {
        Asked stranger = asked(1, RoomFixtures.roomRequested(MARY, 1, Optional.empty(), UnknownToken.REJECT));
        assertThat(refusal(stranger)).isEqualTo(Refusal.INVALID_TOKEN);

        fold(asked(2, RoomFixtures.registration(MARY, 2, "Mary")));
        assertThat(fold(asked(3, RoomFixtures.roomRequested(MARY, 3, Optional.empty(), UnknownToken.REJECT)))
                        .outcome())
                .isInstanceOf(Outcome.Created.class);
    }

    @Test
    void registersAVisitorWhoseRoomsCarryNameAndDepartment() {
        Decision registered = fold(asked(1, RoomFixtures.registration(MARY, 1, "Mary")));
        assertThat(registered.outcome()).isEqualTo(new Outcome.Registered(new VisitorId("visitor-1")));
        assertThat(registered.events()).singleElement().isInstanceOf(Event.VisitorRegistered.class);

        OpenRoom room = (OpenRoom) fold(aRoomRequest(MARY, 2)).room();
        assertThat(room.displayName()).isEqualTo("Mary");
        assertThat(room.visitor().username()).startsWith("guest-");
        assertThat(room.department().orElseThrow().ancestors()).containsExactly("region-north", "world");
    }

    @Test
    void carriesANewNameIntoTheOpenRoom() {
        fold(asked(1, RoomFixtures.registration(MARY, 1, "Mary")));
        openRoom(MARY, 2);
        Decision renamed = fold(asked(3, RoomFixtures.registration(MARY, 3, "Marie")));

        assertThat(renamed.events()).singleElement().isInstanceOf(Event.VisitorUpdated.class);
        assertThat(((OpenRoom) renamed.room()).displayName()).isEqualTo("Marie");
        assertThat(((OpenRoom) ledger.visitor(MARY).room()).displayName()).isEqualTo("Marie");
        assertThat(ledger.visitor(MARY).memory().changes()).hasSize(3);
    }

    @Test
    void publishesNothingWhenAVisitorSaysTheSameAgain() {
        fold(asked(1, RoomFixtures.registration(MARY, 1, "Mary")));
        Decision again = fold(asked(2, RoomFixtures.registration(MARY, 2, "Mary")));

        assertThat(again.outcome()).isEqualTo(new Outcome.Registered(new VisitorId("visitor-1")));
        assertThat(again.events()).isEmpty();
    }

    @Test
    void keepsACustomFieldThatIsNotToBeReplaced() {
        fold(asked(1, RoomFixtures.registration(MARY, 1, "Mary")));
        Profile said = new Profile(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(Map.of("tier", "silver", "crm", "0099z")));
        fold(asked(
                2,
                new RegistrationRequested(MARY, new VisitorId("visitor-2"), Optional.empty(), said, Set.of("tier"))));

        Profile profile = ((KnownVisitor) ledger.visitor(MARY)).profile();
        assertThat(profile.customFields()).containsEntry("tier", "gold").containsEntry("crm", "0099z");
        assertThat(profile.name()).contains("Mary");
    }
}
