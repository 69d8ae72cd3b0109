package livechat.room;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.NOON;
import static livechat.room.RoomFixtures.asked;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One of each request of the life of room-0, which is MARY's, in an order in which each finds what it is about. */
public final class Life {

    public static final RoomId ROOM = new RoomId("room-0");
    public static final Agent BOB = new Agent("agent-bob", "bob");
    public static final Agent EVE = new Agent("agent-eve", "eve");
    public static final Department SALES = new Department("sales", List.of("region-north", "world"));

    private static final RoomAddress MINE = RoomAddress.of(MARY, ROOM);
    private static final RoomAddress THEIRS = RoomAddress.of(ROOM);

    private Life() {}

    /** By the name of its golden file. */
    public static Map<String, Asked> requests() {
        Map<String, Request> requests = new LinkedHashMap<>();
        requests.put("message-posted.v1.by-system", started());
        requests.put("message-posted.v1", message("m-question", new Author.OfVisitor(), "Do you ship to Mars?"));
        requests.put("assignment-requested.v1", new AssignmentRequested(THEIRS, BOB, true));
        requests.put("message-posted.v1.by-agent", message("m-answer", new Author.OfAgent(BOB), "Not yt"));
        requests.put(
                "message-edit-requested.v1",
                new MessageEditRequested(THEIRS, new MessageId("m-answer"), new Author.OfAgent(BOB), text("Not yet")));
        requests.put("hold-requested.v1", new HoldRequested(THEIRS));
        requests.put("resume-requested.v1", new ResumeRequested(THEIRS));
        requests.put("return-requested.v1", new ReturnRequested(THEIRS, Optional.empty()));
        requests.put("transfer-requested.v1", new TransferRequested(THEIRS, Optional.of(SALES), Optional.of(EVE)));
        requests.put(
                "message-deletion-requested.v1",
                new MessageDeletionRequested(MINE, new MessageId("m-question"), new Author.OfVisitor()));
        requests.put("visitor-status-reported.v1", new VisitorStatusReported(MARY, RoomVisitor.Status.AWAY));
        requests.put("custom-fields-requested.v1", fields());
        requests.put("room-info-requested.v1", new RoomInfoRequested(THEIRS, info()));
        requests.put("close-requested.v1.by-agent", new CloseRequested(THEIRS, closing()));
        requests.put("survey-answered.v1", new SurveyAnswered(MINE, new TreeMap<>(Map.of("satisfaction", "5"))));
        requests.put("room-expired.v1", new RoomExpired(THEIRS, NOON.plusSeconds(14)));
        requests.put("erasure-requested.v1", new ErasureRequested(MARY));
        return numbered(requests);
    }

    /** Those that would end the life of the others too early. */
    public static Map<String, Asked> more() {
        Map<String, Request> requests = new LinkedHashMap<>();
        requests.put("erasure-requested.v1.by-room", new ErasureRequested(ROOM));
        requests.put("visitor-expired.v1", new VisitorExpired(MARY, NOON));
        Closing idle = new Closing(new Closing.Closer.BySystem(Optional.of(NOON)), Optional.empty(), List.of());
        requests.put("close-requested.v1.idle", new CloseRequested(THEIRS, idle));
        return numbered(requests);
    }

    private static Map<String, Asked> numbered(Map<String, Request> requests) {
        Map<String, Asked> numbered = new LinkedHashMap<>();
        requests.forEach((name, request) -> numbered.put(name, asked(numbered.size() + 1, request)));
        return numbered;
    }

    private static MessagePosted started() {
        Author system = new Author.OfSystem("livechat-started", Optional.empty(), false, true);
        return new MessagePosted(THEIRS, new MessageId("m-started"), system, new Wording("", "{}"), Optional.empty());
    }

    private static MessagePosted message(String id, Author author, String text) {
        RoomAddress room = author instanceof Author.OfVisitor ? MINE : THEIRS;
        return new MessagePosted(room, new MessageId(id), author, text(text), Optional.empty());
    }

    private static Wording text(String text) {
        return new Wording(text, "{\"urls\":[],\"mentions\":[],\"channels\":[]}");
    }

    private static CustomFieldsRequested fields() {
        return new CustomFieldsRequested(
                MARY,
                CustomFieldsRequested.Scope.ROOM,
                new TreeMap<>(Map.of("order", "4711", "tier", "gold")),
                Set.of("tier"));
    }

    private static InfoChange info() {
        return new InfoChange(
                Optional.of("Shipping"),
                Optional.of(List.of("shipping")),
                Optional.of("high"),
                new TreeMap<>(Map.of("order", "")),
                new TreeMap<>(Map.of("crm", "0032y")),
                new InfoChange.Flags(Optional.of(false), Optional.of(false), Optional.of(true)));
    }

    private static Closing closing() {
        return new Closing(
                new Closing.Closer.ByAgent(EVE), Optional.of("No way to Mars yet"), List.of("shipping", "mars"));
    }
}
