package livechat.http;

import livechat.log.RoomDocument;
import livechat.query.RoomsUnavailable;
import livechat.room.Outcome;
import livechat.room.Refusal;
import livechat.room.Reply;
import livechat.room.Room;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What leaves when things went well; the shape is upstream's. */
final class RoomAnswer {

    private static final String CLOSED_BY_VISITOR = "Closed by visitor";

    private RoomAnswer() {}

    static ResponseEntity<ObjectNode> existing(Room room) {
        return room(room, false);
    }

    static ResponseEntity<ObjectNode> of(Reply reply) {
        refuse(reply.outcome());
        return room(reply.room(), reply.outcome() instanceof Outcome.Created);
    }

    static ResponseEntity<ObjectNode> closed(Reply reply) {
        refuse(reply.outcome());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (reply.outcome() instanceof Outcome.Closed closed) {
            answer.put("rid", closed.roomId().value());
        }
        return ok(answer.put("comment", CLOSED_BY_VISITOR));
    }

    /** A refusal that passes by itself is "not now"; the others are the client's to mend. */
    static void refuse(Outcome outcome) {
        if (outcome instanceof Outcome.Refused(Refusal refusal)) {
            throw refusal.isPassing() ? new RoomsUnavailable(refusal.code()) : BadRequest.of(refusal.code());
        }
    }

    private static ResponseEntity<ObjectNode> room(Room room, boolean isNew) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("room", RoomDocument.forVisitor(room));
        return ok(answer.put("newRoom", isNew));
    }

    private static ResponseEntity<ObjectNode> ok(ObjectNode answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(answer.put("success", true));
    }
}
