package livechat.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import livechat.query.Part;
import livechat.query.ReadBy;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How lists look: to clients, in upstream's shape, and between instances, where they also say what they are about. */
final class RoomListAnswer {

    private static final String PARTITIONS = "partitions";

    /** Durations come out as they went in. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RoomListAnswer() {}

    static ResponseEntity<ObjectNode> page(FoundRooms found, int offset) {
        return proven(list(found, offset));
    }

    static ResponseEntity<ObjectNode> part(Part<FoundRooms> part) {
        ObjectNode list = list(part.answer(), 0);
        part.partitions().forEach(list.putArray(PARTITIONS)::add);
        return proven(list);
    }

    /** There is no other way that a list is read. */
    private static ResponseEntity<ObjectNode> proven(ObjectNode list) {
        ResponseEntity<ObjectNode> answer = Success.of(list);
        return ResponseEntity.ok()
                .headers(answer.getHeaders())
                .header(Call.ROOM_READ, ReadBy.INDEX.word())
                .body(answer.getBody());
    }

    private static ObjectNode list(FoundRooms found, int offset) {
        List<ObjectNode> rooms = found.from(offset);
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray("rooms").addAll(rooms);
        return list.put("count", rooms.size()).put("offset", offset).put("total", found.total());
    }

    /**
     * Reads what another instance has said.
     *
     * @param found takes its rooms
     * @throws IOException when that is not the part of a list
     */
    static Part<FoundRooms> read(byte[] body, FoundRooms found) throws IOException {
        try {
            JsonNode list = JSON.readTree(body);
            List<ObjectNode> rooms = new ArrayList<>();
            list.required("rooms").forEach(room -> rooms.add((ObjectNode) room));
            Set<Integer> partitions = new TreeSet<>();
            list.required(PARTITIONS).forEach(partition -> partitions.add(partition.intValue()));
            rooms.forEach(found::add);
            found.addUnseen(list.required("total").longValue() - rooms.size());
            return Part.of(partitions, found);
        } catch (JacksonException | ClassCastException other) {
            throw new IOException("not the part of a list", other);
        }
    }
}
