package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import livechat.log.RoomDocument;
import livechat.log.VisitorDocument;
import livechat.query.Rooms;
import livechat.room.KnownVisitor;
import livechat.room.OpenRoom;
import livechat.room.Token;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a client needs to start, and to go on where its visitor was: upstream's widget shows nothing without it. */
@RestController
final class ConfigController {

    private static final Set<String> KEYS = Set.of("token", "department", "businessUnit");

    private final Rooms rooms;

    ConfigController(Rooms rooms) {
        this.rooms = rooms;
    }

    @GetMapping("/api/v1/livechat/config")
    ResponseEntity<ObjectNode> config(HttpServletRequest request) {
        String value = QueryParameters.parse(request.getQueryString(), KEYS).get("token");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode config = answer.putObject("config").put("enabled", true).put("online", true);
        config.putObject("settings").put("registrationForm", false);
        config.putObject("theme");
        config.putObject("messages");
        config.putObject("resources");
        config.putArray("triggers");
        config.putArray("departments");
        if (value != null) {
            Token token = RoomQuery.token(value);
            if (rooms.read(token, rooms.patience(), ledger -> ledger.visitor(token)) instanceof KnownVisitor visitor) {
                add(config, visitor);
            }
        }
        return Success.of(answer);
    }

    /** Members for which there is nothing are absent: clients stumble over null. */
    private static void add(ObjectNode config, KnownVisitor visitor) {
        config.set("guest", VisitorDocument.forVisitor(visitor));
        visitor.openRoom().ifPresent(room -> add(config, room));
    }

    private static void add(ObjectNode config, OpenRoom room) {
        ObjectNode document = RoomDocument.forVisitor(room);
        config.putObject("room").setAll(document.retain("_id", "departmentId", "servedBy", "open"));
        room.servedBy()
                .ifPresent(served -> config.putObject("agent")
                        .put("_id", served.agent().id())
                        .put("username", served.agent().username()));
    }
}
