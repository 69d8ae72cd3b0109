package livechat.log;

import livechat.room.Agent;
import livechat.room.ClosedRoom;
import livechat.room.Closing.Closer;
import livechat.room.RoomVisitor;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a room's document says more once the room is closed. */
final class ClosingDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Upstream knows no other closer than a visitor and a user; nobody's user has this id. */
    private static final Agent SYSTEM = new Agent("system", "system");

    private ClosingDocument() {}

    static void addTo(ObjectNode document, ClosedRoom room) {
        Closer closer = room.closing().by();
        document.put("closedAt", Timestamps.text(room.closedAt()))
                .put("closer", closer instanceof Closer.ByVisitor ? "visitor" : "user");
        document.set("closedBy", closedBy(closer, room.was().visitor()));
        room.closing().comment().ifPresent(comment -> document.set("closingMessage", message(room, comment)));
        ObjectNode metrics =
                document.get("metrics") instanceof ObjectNode measured ? measured : document.putObject("metrics");
        metrics.put("chatDuration", MetricsDocument.seconds(room.duration().toMillis()));
        room.serviceTime()
                .ifPresent(time -> metrics.put("serviceTimeDuration", MetricsDocument.seconds(time.toMillis())));
        room.visitorInactivity().ifPresent(time -> metrics.put("visitorInactivity", time.toSeconds()));
    }

    private static ObjectNode closedBy(Closer closer, RoomVisitor visitor) {
        return switch (closer) {
            case Closer.ByVisitor _ -> user(visitor.id().value(), visitor.username());
            case Closer.ByAgent(Agent agent) -> user(agent.id(), agent.username());
            case Closer.BySystem _ -> user(SYSTEM.id(), SYSTEM.username());
        };
    }

    private static ObjectNode user(String id, String username) {
        return JSON.objectNode().put("_id", id).put("username", username);
    }

    private static ObjectNode message(ClosedRoom room, String comment) {
        ObjectNode message = JSON.objectNode()
                .put("rid", room.id().value())
                .put("t", "livechat-close")
                .put("msg", comment)
                .put("ts", Timestamps.text(room.closedAt()));
        message.set("u", closedBy(room.closing().by(), room.was().visitor()));
        return message;
    }
}
