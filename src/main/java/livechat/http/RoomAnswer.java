package livechat.http;

import livechat.log.RoomDocument;
import livechat.room.Outcome;
import livechat.room.Reply;
import livechat.room.Room;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is told of a room; the shape is upstream's. */
final class RoomAnswer {

    private static final String CLOSED_BY_VISITOR = "Closed by visitor";

    private RoomAnswer() {}

    static ResponseEntity<ObjectNode> existing(Room room) {
        return room(room, false);
    }

    static ResponseEntity<ObjectNode> of(Reply reply) {
        return room(reply.room(), reply.outcome() instanceof Outcome.Created);
    }

    static ResponseEntity<ObjectNode> closed(String roomId) {
        return Success.of(
                JsonNodeFactory.instance.objectNode().put("rid", roomId).put("comment", CLOSED_BY_VISITOR));
    }

    private static ResponseEntity<ObjectNode> room(Room room, boolean isNew) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("room", RoomDocument.forVisitor(room));
        return Success.of(answer.put("newRoom", isNew));
    }
}
