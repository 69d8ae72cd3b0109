package livechat.log;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.NOON;
import static livechat.room.RoomFixtures.roomRequested;
import static livechat.room.RoomFixtures.saying;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import livechat.room.Agent;
import livechat.room.Asked;
import livechat.room.AssignmentRequested;
import livechat.room.Author;
import livechat.room.CloseRequested;
import livechat.room.Closing;
import livechat.room.Decision;
import livechat.room.InMemoryLedger;
import livechat.room.Landed;
import livechat.room.MessageId;
import livechat.room.MessagePosted;
import livechat.room.Position;
import livechat.room.Request;
import livechat.room.Room;
import livechat.room.RoomAddress;
import livechat.room.RoomFixtures;
import livechat.room.RoomId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Response and reaction times, worked out by hand. All times in seconds after the room was created. */
class MetricsDocumentTests {

    private static final RoomAddress ROOM = RoomAddress.of(new RoomId("room-0"));
    private static final Author VISITOR = new Author.OfVisitor();
    private static final Author BOB = new Author.OfAgent(new Agent("agent-bob", "bob"));

    private final InMemoryLedger ledger = new InMemoryLedger();
    private int number;

    @BeforeEach
    void createTheRoom() {
        at(0, roomRequested(MARY, 0));
    }

    private Decision at(double seconds, Request request) {
        Asked asked = new Asked(
                RoomFixtures.requestId(number), after(seconds), NOON.plusSeconds(10_000), Optional.empty(), request);
        return ledger.fold(new Landed(asked, new Position(0, 1, number++, NOON)));
    }

    private static Instant after(double seconds) {
        return NOON.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /**
     * Somebody writes.
     *
     * @param ts when they wrote it
     * @param time when the edge took it
     */
    private void says(Author author, double ts, double time) {
        MessageId id = new MessageId("message-" + number);
        at(time, new MessagePosted(ROOM, id, author, saying("text"), Optional.of(after(ts))));
    }

    private void assign(double seconds) {
        at(seconds, new AssignmentRequested(ROOM, new Agent("agent-bob", "bob"), false));
    }

    private JsonNode metrics() {
        return document(ledger.visitor(MARY).room()).path("metrics");
    }

    private static JsonNode document(Room room) {
        return RoomDocument.forEveryone(room);
    }

    /**
     * First turn: asked at 5, assigned at 10, answered at 20 and taken in at 20.25: response 15.25, reaction 10.25. The
     * second message of the agent answers nothing. Second turn: asked at 60 and again at 70, answered at 90, in at 90.5:
     * 30.5 from the first question on. Third turn: asked at 120, answered at 127.001: 7.001. In all 15.25 + 30.5 + 7.001 =
     * 52.751 for the response, 10.25 + 30.5 + 7.001 = 47.751 for the reaction; a third of 52.751 is 17.58366….
     */
    @Test
    void measuresThreeTurns() {
        says(VISITOR, 5, 5.1);
        assign(10);
        says(BOB, 20, 20.25);
        says(BOB, 25, 25);
        says(VISITOR, 60, 60);
        says(VISITOR, 70, 70);
        says(BOB, 90, 90.5);
        says(VISITOR, 120, 120);
        says(BOB, 127.001, 127.001);

        assertThat(metrics().toString())
                .isEqualTo("{\"reaction\":{\"fd\":\"2026-01-02T12:00:20.250Z\",\"ft\":10.25,\"tt\":47.751},"
                        + "\"response\":{\"fd\":\"2026-01-02T12:00:20.250Z\",\"ft\":15.25,\"tt\":52.751,"
                        + "\"total\":3,\"avg\":17.58366666666667},"
                        + "\"v\":{\"lq\":\"2026-01-02T12:02:00.000Z\"},"
                        + "\"servedBy\":{\"lr\":\"2026-01-02T12:02:07.001Z\"}}");
    }

    /** 180 seconds from the creation, 170 from the assignment; the agent's last word was at 127.001, so 52 whole seconds. */
    @Test
    void measuresTheWholeWhenTheRoomIsClosed() {
        measuresThreeTurns();
        Closing byAgent =
                new Closing(new Closing.Closer.ByAgent(new Agent("agent-bob", "bob")), Optional.empty(), List.of());
        Room closed = at(180, new CloseRequested(ROOM, byAgent)).room();

        JsonNode metrics = document(closed).path("metrics");
        assertThat(metrics.path("chatDuration").toString()).isEqualTo("180");
        assertThat(metrics.path("serviceTimeDuration").toString()).isEqualTo("170");
        assertThat(metrics.path("visitorInactivity").toString()).isEqualTo("52");
        assertThat(metrics.path("response").path("total").toString()).isEqualTo("3");
    }

    /** An agent who speaks first has nothing to answer: the next message is a first response again. */
    @Test
    void takesAGreetingForAFirstResponseButNotForAnAnswer() {
        assign(1);
        says(BOB, 3, 3);
        assertThat(metrics().toString())
                .contains("\"ft\":2,\"tt\":2", "\"ft\":3,\"tt\":3")
                .doesNotContain("\"lr\"");

        says(VISITOR, 10, 10);
        says(BOB, 14, 14);
        // From 10 to 14 and from 1 to 14, on top of 3 and 2.
        assertThat(metrics().toString()).contains("\"ft\":13,\"tt\":15", "\"ft\":4,\"tt\":7,\"total\":2,\"avg\":3.5");
    }

    @Test
    void hasNoFirstResponseThatTookNoTime() {
        says(BOB, 0, 0);

        assertThat(metrics().path("response").toString()).isEqualTo("{\"tt\":0,\"total\":1,\"avg\":0}");
    }

    @Test
    void countsASystemMessageOnlyIfItSaysSo() {
        says(new Author.OfSystem("livechat-started", Optional.empty(), false, false), 1, 1);
        assertThat(metrics().isMissingNode()).isTrue();
        says(new Author.OfSystem("livechat-started", Optional.empty(), false, true), 2, 2);
        assertThat(metrics().path("response").path("total").intValue()).isEqualTo(1);
    }

    @Test
    void takesNothingFromAnImport() {
        says(VISITOR, 0, 60.001);

        assertThat(metrics().isMissingNode()).isTrue();
        assertThat(document(ledger.visitor(MARY).room()).path("msgs").intValue())
                .isEqualTo(1);
    }

    /** A clock that is ahead by as much as is believed: the answer comes before the question. */
    @Test
    void hasNoNegativeTimes() {
        says(VISITOR, 50, 10);
        says(BOB, 12, 12);

        assertThat(metrics().path("response").toString()).isEqualTo("{\"tt\":0,\"total\":1,\"avg\":0}");
    }
}
