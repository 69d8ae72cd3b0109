package livechat.room;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.NOON;
import static livechat.room.RoomFixtures.aCloseRequest;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.asked;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Each request and each state of docs/requests.md. */
public final class RequestTable {

    static final int STORY = 20;
    private static final RoomId ROOM = new RoomId("room-2");
    private static final RoomAddress MINE = RoomAddress.of(MARY, ROOM);
    private static final RoomAddress THEIRS = RoomAddress.of(ROOM);
    private static final Agent BOB = Life.BOB;
    private static final Agent EVE = Life.EVE;
    private static final Author VISITOR = new Author.OfVisitor();

    private static final List<Asked> NO_ROOM = List.of(asked(1, RoomFixtures.registration(MARY, 1, "Mary")));
    private static final List<Asked> QUEUED =
            then(NO_ROOM, aRoomRequest(MARY, 2), asked(3, message("question", VISITOR)));
    private static final List<Asked> SERVED = then(
            QUEUED,
            asked(4, new AssignmentRequested(THEIRS, BOB, true)),
            asked(5, message("answer", new Author.OfAgent(BOB))));

    private RequestTable() {}

    /** What was asked before, by the name of the state that it leads to. */
    public static Map<String, List<Asked>> states() {
        Map<String, List<Asked>> states = new LinkedHashMap<>();
        states.put("stranger", List.of());
        states.put("no room", NO_ROOM);
        states.put("queued", QUEUED);
        states.put("served", SERVED);
        states.put("waiting", then(SERVED, asked(6, message("more", VISITOR))));
        states.put("on hold", then(SERVED, asked(6, new HoldRequested(THEIRS))));
        states.put("closed", then(SERVED, aCloseRequest(MARY, ROOM, 6)));
        return states;
    }

    private static List<Asked> then(List<Asked> before, Asked... more) {
        return Stream.concat(before.stream(), Stream.of(more)).toList();
    }

    private static MessagePosted message(String id, Author author) {
        RoomAddress room = author.equals(VISITOR) ? MINE : THEIRS;
        return new MessagePosted(room, new MessageId(id), author, RoomFixtures.saying(id), Optional.empty());
    }

    /** By the name of their row. */
    public static Map<String, Request> requests() {
        Map<String, Request> requests = new LinkedHashMap<>();
        requests.put("room-requested", RoomFixtures.roomRequested(MARY, STORY));
        requests.put(
                "room-requested, only if registered",
                RoomFixtures.roomRequested(MARY, STORY, Optional.empty(), UnknownToken.REJECT));
        requests.put("registration-requested", RoomFixtures.registration(MARY, STORY, "Marie"));
        requests.put("registration-requested, the same again", RoomFixtures.registration(MARY, 1, "Mary"));
        requests.put("custom-fields-requested, of the visitor", fields(CustomFieldsRequested.Scope.VISITOR));
        requests.put("custom-fields-requested, of the room", fields(CustomFieldsRequested.Scope.ROOM));
        requests.put("visitor-status-reported", new VisitorStatusReported(MARY, RoomVisitor.Status.AWAY));
        requests.put("message-posted, by the visitor", message("new", VISITOR));
        requests.put("message-posted, by an agent", message("new", new Author.OfAgent(EVE)));
        requests.put("message-posted, by a bot", message("new", new Author.OfBot(EVE)));
        requests.put(
                "message-posted, by the system",
                message("new", new Author.OfSystem("uj", Optional.of(BOB), true, false)));
        requests.put("message-posted, again", message("question", VISITOR));
        requests.put("message-posted, other text under its id", reworded());
        requests.put("message-posted, too long", tooLong());
        requests.put("message-edit-requested, own", edit("question", VISITOR));
        requests.put("message-edit-requested, of another", edit("question", new Author.OfAgent(EVE)));
        requests.put("message-edit-requested, unknown", edit("unheard-of", VISITOR));
        requests.put("message-deletion-requested, own", deletion("question", VISITOR));
        requests.put("message-deletion-requested, of another", deletion("question", new Author.OfAgent(EVE)));
        requests.put("assignment-requested, the same agent", new AssignmentRequested(THEIRS, BOB, false));
        requests.put("assignment-requested, another agent", new AssignmentRequested(THEIRS, EVE, false));
        requests.put("assignment-requested, onlyIfQueued", new AssignmentRequested(THEIRS, EVE, true));
        requests.put("return-requested", new ReturnRequested(THEIRS, Optional.empty()));
        requests.put("transfer-requested, to an agent", transfer(Optional.empty(), Optional.of(EVE)));
        requests.put("transfer-requested, to the same agent", transfer(Optional.empty(), Optional.of(BOB)));
        requests.put(
                "transfer-requested, to a department", transfer(Optional.of(department("support")), Optional.empty()));
        requests.put("transfer-requested, to the same department", transfer(Optional.of(Life.SALES), Optional.empty()));
        requests.put("hold-requested", new HoldRequested(THEIRS));
        requests.put("resume-requested", new ResumeRequested(THEIRS));
        requests.put("room-info-requested", new RoomInfoRequested(THEIRS, RoomFixtures.topic("Shipping")));
        requests.put("survey-answered", new SurveyAnswered(MINE, new TreeMap<>(Map.of("satisfaction", "5"))));
        requests.put("close-requested, by the visitor", new CloseRequested(MARY, ROOM));
        requests.put("close-requested, by an agent", close(new Closing.Closer.ByAgent(BOB)));
        requests.put("close-requested, idle since the last message", idleSince(NOON.plusSeconds(6)));
        requests.put("close-requested, idle since before it", idleSince(NOON.plusSeconds(1)));
        requests.put("room-expired", new RoomExpired(THEIRS, NOON.plusSeconds(6)));
        requests.put("room-expired, another time", new RoomExpired(THEIRS, NOON));
        requests.put("visitor-expired", new VisitorExpired(MARY, NOON.plusSeconds(6)));
        requests.put("visitor-expired, seen since", new VisitorExpired(MARY, NOON));
        requests.put("erasure-requested, by token", new ErasureRequested(MARY));
        requests.put("erasure-requested, by room", new ErasureRequested(ROOM));
        return requests;
    }

    private static CustomFieldsRequested fields(CustomFieldsRequested.Scope scope) {
        return new CustomFieldsRequested(MARY, scope, new TreeMap<>(Map.of("order", "4711")), Set.of());
    }

    private static Request reworded() {
        Wording other = RoomFixtures.saying("something else");
        return new MessagePosted(MINE, new MessageId("question"), VISITOR, other, Optional.empty());
    }

    private static Request tooLong() {
        Wording text = RoomFixtures.saying("x".repeat(Wording.MAX_LENGTH + 1));
        return new MessagePosted(MINE, new MessageId("new"), VISITOR, text, Optional.empty());
    }

    private static Request edit(String id, Author author) {
        return new MessageEditRequested(THEIRS, new MessageId(id), author, RoomFixtures.saying("edited"));
    }

    private static Request deletion(String id, Author author) {
        return new MessageDeletionRequested(THEIRS, new MessageId(id), author);
    }

    private static Department department(String id) {
        return new Department(id, List.of());
    }

    private static Request transfer(Optional<Department> department, Optional<Agent> agent) {
        return new TransferRequested(THEIRS, department, agent);
    }

    private static Request close(Closing.Closer by) {
        return new CloseRequested(THEIRS, new Closing(by, Optional.of("done"), List.of("tag")));
    }

    private static Request idleSince(Instant time) {
        return close(new Closing.Closer.BySystem(Optional.of(time)));
    }

    /** Asked long after, so that what is remembered does not keep a visitor from being forgotten. */
    public static Asked later(Request request) {
        return RoomFixtures.asked(STORY, NOON.plusSeconds(1000), request);
    }
}
