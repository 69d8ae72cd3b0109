package livechat.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import livechat.log.RoomDocument;
import livechat.room.Outcome;
import livechat.room.Reply;
import livechat.room.Room;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is told of a room; the shape is upstream's. */
final class RoomAnswer {

    private static final byte[] BEGIN = "{\"room\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = ",\"newRoom\":true,\"success\":true}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EXISTING = ",\"newRoom\":false,\"success\":true}".getBytes(StandardCharsets.UTF_8);
    private static final String CLOSED_BY_VISITOR = "Closed by visitor";

    private RoomAnswer() {}

    static ResponseEntity<byte[]> existing(Room room) {
        return existing(RoomDocument.bytesForVisitor(room));
    }

    /** @param document of the room, written out */
    static ResponseEntity<byte[]> existing(byte[] document) {
        return room(document, EXISTING);
    }

    static ResponseEntity<byte[]> of(Reply reply) {
        boolean isNew = reply.outcome() instanceof Outcome.Created;
        return room(RoomDocument.bytesForVisitor(reply.room()), isNew ? NEW : EXISTING);
    }

    static ResponseEntity<ObjectNode> closed(String roomId) {
        return Success.of(
                JsonNodeFactory.instance.objectNode().put("rid", roomId).put("comment", CLOSED_BY_VISITOR));
    }

    private static ResponseEntity<byte[]> room(byte[] document, byte[] end) {
        return Success.answer()
                .body(ByteBuffer.allocate(BEGIN.length + document.length + end.length)
                        .put(BEGIN)
                        .put(document)
                        .put(end)
                        .array());
    }
}
