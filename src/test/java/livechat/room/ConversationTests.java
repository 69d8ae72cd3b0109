package livechat.room;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.NOON;
import static livechat.room.RoomFixtures.PAUL;
import static livechat.room.RoomFixtures.aCloseRequest;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.asked;
import static livechat.room.RoomFixtures.landed;
import static livechat.room.RoomFixtures.saying;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a talk leaves behind in its room, by example. */
class ConversationTests {

    private static final RoomId ROOM = new RoomId("room-1");
    private static final RoomAddress MINE = RoomAddress.of(MARY, ROOM);
    private static final RoomAddress THEIRS = RoomAddress.of(ROOM);
    private static final Author VISITOR = new Author.OfVisitor();
    private static final Author BOB = new Author.OfAgent(Life.BOB);
    private static final Author QUIET = new Author.OfSystem("uj", Optional.of(Life.BOB), true, false);

    private final InMemoryLedger ledger = new InMemoryLedger();
    private int number = 1;

    @BeforeEach
    void open() {
        fold(aRoomRequest(MARY, number++));
    }

    private Decision fold(Asked asked) {
        return ledger.fold(landed(asked, asked.time().getEpochSecond()));
    }

    private Decision fold(Request request) {
        return fold(asked(number++, request));
    }

    private Decision says(Author author, String id) {
        return fold(new MessagePosted(THEIRS, new MessageId(id), author, saying("text of " + id), Optional.empty()));
    }

    private OpenRoom room() {
        return (OpenRoom) ledger.visitor(MARY).room();
    }

    private Conversation talk() {
        return room().conversation();
    }

    private List<String> history(int offset, int limit) {
        return ledger.messages(ROOM, new History(Optional.empty(), Optional.empty(), offset, limit)::of).stream()
                .map(message -> message.id().value())
                .toList();
    }

    @Test
    void waitsForAResponseUntilAnAgentSpeaksAndAgainOnceTheVisitorDoes() {
        says(VISITOR, "a");
        assertThat(talk().waitingResponse()).isTrue();
        says(BOB, "b");
        says(BOB, "c");
        assertThat(talk().waitingResponse()).isFalse();
        assertThat(talk().responseBy()).contains(new ResponseBy(Life.BOB, NOON.plusSeconds(3), NOON.plusSeconds(4)));
        says(VISITOR, "d");
        assertThat(talk().waitingResponse()).isTrue();
        assertThat(talk().responseBy()).isEmpty();
        assertThat(talk().visitorMessageAt()).contains(NOON.plusSeconds(5));
    }

    @Test
    void onlyCountsAQuietMessage() {
        says(VISITOR, "a");
        says(QUIET, "joined");

        assertThat(talk().messages()).isEqualTo(2);
        assertThat(talk().lastMessage().orElseThrow().id()).isEqualTo(new MessageId("a"));
        assertThat(talk().lastMessageAt()).isEqualTo(NOON.plusSeconds(2));
        assertThat(history(0, 10)).containsExactly("joined", "a");
    }

    @Test
    void takesTheRoomOffHoldWhenTheVisitorWrites() {
        fold(new AssignmentRequested(THEIRS, Life.BOB, true));
        says(BOB, "a");
        fold(new HoldRequested(THEIRS));
        says(new Author.OfBot(Life.EVE), "b");
        assertThat(room().service()).isInstanceOf(OnHold.class);
        says(VISITOR, "c");
        assertThat(room().service()).isInstanceOf(Served.class);
    }

    @Test
    void addsAMessageOnceHoweverOftenAndLateItIsPosted() {
        Asked posted =
                asked(7, new MessagePosted(MINE, new MessageId("a"), VISITOR, saying("hello"), Optional.empty()));
        fold(posted);
        Decision again = ledger.fold(landed(posted, 99, Duration.ofDays(1)));

        assertThat(again.events()).isEmpty();
        assertThat(again.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Posted.class,
                        outcome -> assertThat(outcome.message()
                                        .orElseThrow()
                                        .wording()
                                        .msg())
                                .isEqualTo("hello"));
        assertThat(talk().messages()).isEqualTo(1);
    }

    @Test
    void keepsADeletedMessageDeleted() {
        says(VISITOR, "a");
        Request second = new MessagePosted(MINE, new MessageId("b"), VISITOR, saying("oops"), Optional.empty());
        fold(second);
        fold(new MessageDeletionRequested(MINE, new MessageId("b"), VISITOR));
        assertThat(talk().messages()).isEqualTo(1);
        assertThat(talk().lastMessage().orElseThrow().id()).isEqualTo(new MessageId("a"));

        assertThat(fold(second).events()).isEmpty();
        assertThat(history(0, 10)).containsExactly("a");
    }

    @Test
    void showsAnEditedMessageInItsPlace() {
        says(VISITOR, "a");
        says(VISITOR, "b");
        fold(new MessageEditRequested(MINE, new MessageId("a"), VISITOR, saying("better")));
        assertThat(talk().lastMessage().orElseThrow().wording().msg()).isEqualTo("text of b");
        fold(new MessageEditRequested(MINE, new MessageId("b"), VISITOR, saying("best")));

        Message last = talk().lastMessage().orElseThrow();
        assertThat(last.wording().msg()).isEqualTo("best");
        assertThat(last.edit().orElseThrow().at()).isEqualTo(room().updatedAt());
        assertThat(talk().lastMessageAt()).isEqualTo(NOON.plusSeconds(3));
        assertThat(history(0, 10)).containsExactly("b", "a");
    }

    @Test
    void readsBackNewestFirstInPages() {
        IntStream.range(0, 5).forEach(i -> says(VISITOR, "m" + i));

        assertThat(history(0, 2)).containsExactly("m4", "m3");
        assertThat(history(2, 2)).containsExactly("m2", "m1");
        assertThat(history(4, 2)).containsExactly("m0");
        Instant third = NOON.plusSeconds(4);
        assertThat(ledger.messages(ROOM, new History(Optional.of(third), Optional.empty(), 0, 9)::of))
                .extracting(message -> message.id().value())
                .containsExactly("m4", "m3");
        assertThat(ledger.messages(ROOM, new History(Optional.empty(), Optional.of(third), 0, 9)::of))
                .extracting(message -> message.id().value())
                .containsExactly("m1", "m0");
    }

    @Test
    void doesNotFillTheMemoryWithMessages() {
        IntStream.range(0, 2 * Memory.CAPACITY).forEach(i -> {
            Request posted = new MessagePosted(THEIRS, new MessageId("m" + i), BOB, saying("x"), Optional.empty());
            assertThat(fold(RoomFixtures.soon(1000 + i, posted)).isChange()).isTrue();
        });
    }

    @Test
    void namesTheVisitorAsTheyAreWhenTheyWrite() {
        says(VISITOR, "a");
        fold(RoomFixtures.registration(MARY, 1, "Mary"));
        says(VISITOR, "b");

        assertThat(ledger.messages(ROOM, new History(Optional.empty(), Optional.empty(), 0, 9)::of))
                .extracting(message -> message.user().name())
                .containsExactly(Optional.of("Mary"), Optional.empty());
    }

    @Test
    void refusesMoreTagsAndFieldsThanARoomMayHave() {
        for (int i = 0; i < 5; i++) {
            fold(new RoomInfoRequested(THEIRS, fields(10 * i, 10)));
        }
        assertThat(refusal(new RoomInfoRequested(THEIRS, fields(50, 1)))).isEqualTo(Refusal.TOO_MANY_FIELDS);

        List<String> tags = IntStream.range(0, 50).mapToObj(i -> "tag-" + i).toList();
        fold(new RoomInfoRequested(THEIRS, tags(tags)));
        Closing closing = new Closing(new Closing.Closer.ByAgent(Life.BOB), Optional.empty(), List.of("one more"));
        assertThat(refusal(new CloseRequested(THEIRS, closing))).isEqualTo(Refusal.TOO_MANY_TAGS);
    }

    @Test
    void refusesMoreFieldsThanAVisitorMayHave() {
        for (int i = 0; i < 5; i++) {
            fold(visitorFields(10 * i, 10));
        }
        assertThat(refusal(visitorFields(50, 1))).isEqualTo(Refusal.TOO_MANY_FIELDS);
        assertThat(refusal(RoomFixtures.registration(MARY, 9, "Mary"))).isEqualTo(Refusal.TOO_MANY_FIELDS);
        assertThat(fold(visitorFields(0, 10)).outcome()).isEqualTo(new Outcome.Noted(new VisitorId("visitor-1")));
    }

    private static InfoChange fields(int from, int count) {
        return new InfoChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                values(from, count),
                InfoChange.Flags.NONE);
    }

    private static InfoChange tags(List<String> tags) {
        return new InfoChange(
                Optional.empty(),
                Optional.of(tags),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                InfoChange.Flags.NONE);
    }

    private static Request visitorFields(int from, int count) {
        return new CustomFieldsRequested(MARY, CustomFieldsRequested.Scope.VISITOR, values(from, count), Set.of());
    }

    private static TreeMap<String, String> values(int from, int count) {
        TreeMap<String, String> values = new TreeMap<>();
        IntStream.range(from, from + count).forEach(i -> values.put("field-" + i, "value"));
        return values;
    }

    private Refusal refusal(Request request) {
        return ((Outcome.Refused) fold(request).outcome()).refusal();
    }

    @Test
    void leavesNothingOfAnErasedVisitorButTheirRecentRequests() {
        says(VISITOR, "a");
        fold(aCloseRequest(MARY, ROOM, number++));
        fold(new SurveyAnswered(MINE, new TreeMap<>(Map.of("satisfaction", "5"))));
        Asked second = aRoomRequest(MARY, number++);
        fold(second);
        Decision erased = fold(new ErasureRequested(MARY));

        assertThat(erased.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.VisitorErased.class,
                        event -> assertThat(event.rooms()).containsExactly(ROOM, new RoomId("room-5")));
        assertThat(ledger.visitor(MARY)).isInstanceOf(Stranger.class);
        assertThat(ledger.hasRoom(ROOM)).isFalse();
        assertThat(ledger.messages).isEmpty();
        assertThat(ledger.everClosed).isEmpty();
        assertThat(fold(second).outcome())
                .as("a retry does not bring them back")
                .isEqualTo(new Outcome.Created(new RoomId("room-5")));
        assertThat(ledger.visitor(MARY)).isInstanceOf(Stranger.class);
    }

    @Test
    void erasesTheRoomsOfAVisitorWhoIsForgotten() {
        fold(aCloseRequest(MARY, ROOM, 2));
        fold(asked(1000, new RoomExpired(THEIRS, NOON.plusSeconds(2))));
        fold(asked(1001, new VisitorExpired(MARY, NOON.plusSeconds(2))));
        assertThat(ledger.visitor(MARY)).isEqualTo(new Stranger(MARY));

        assertThat(fold(asked(1002, new ErasureRequested(MARY))).events())
                .containsExactly(new Event.VisitorErased(MARY, Optional.empty(), List.of(ROOM)));
        assertThat(fold(asked(2000, new ErasureRequested(MARY))).outcome())
                .isEqualTo(new Outcome.Refused(Refusal.INVALID_TOKEN));
        assertThat(ledger.visitor(MARY)).as("nothing is left at all").isEqualTo(new Stranger(MARY));
    }

    @Test
    void keepsOthersOutOfTheRoom() {
        fold(aRoomRequest(PAUL, number++));
        RoomAddress stolen = RoomAddress.of(PAUL, ROOM);
        assertThat(refusal(new MessagePosted(stolen, new MessageId("a"), VISITOR, saying("hi"), Optional.empty())))
                .isEqualTo(Refusal.INVALID_ROOM);
        assertThat(refusal(new CloseRequested(PAUL, ROOM))).isEqualTo(Refusal.INVALID_ROOM);
    }
}
