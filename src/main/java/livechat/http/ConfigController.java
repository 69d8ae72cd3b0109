package livechat.http;

import java.io.IOException;
import java.util.Set;
import livechat.log.RoomDocument;
import livechat.log.VisitorDocument;
import livechat.query.Question;
import livechat.room.KnownVisitor;
import livechat.room.OpenRoom;
import livechat.room.Token;
import livechat.room.Visitor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a client needs to start, and to go on where its visitor was: upstream's widget shows nothing without it. */
@RestController
final class ConfigController {

    private static final Set<String> KEYS = Set.of("token", "department", "businessUnit");

    private final Calls calls;
    private final Asking asking;

    ConfigController(Calls calls, Asking asking) {
        this.calls = calls;
        this.asking = asking;
    }

    @GetMapping("/api/v1/livechat/config")
    ResponseEntity<?> config(ServletWebRequest exchange) throws IOException {
        String value = QueryParameters.parse(exchange.getRequest().getQueryString(), KEYS)
                .get("token");
        if (value == null) {
            return Success.of(same());
        }
        Token token = RoomQuery.token(value);
        return calls.answer(exchange, token, call -> {
            ObjectNode answer = same();
            if (visitor(token, call) instanceof KnownVisitor visitor) {
                add((ObjectNode) answer.get("config"), visitor);
            }
            return Success.of(answer);
        });
    }

    /** A conversation that was open is of use to whoever starts, even if it cannot be proven to be so still. */
    private Visitor visitor(Token token, Call call) {
        Question<Visitor> question = Question.of(token, ledger -> ledger.visitor(token));
        return asking.read(call, question.orOld(visitor -> visitor.room() instanceof OpenRoom));
    }

    /** For everybody. */
    private static ObjectNode same() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode config = answer.putObject("config").put("enabled", true).put("online", true);
        config.putObject("settings").put("registrationForm", false);
        config.putObject("theme");
        config.putObject("messages");
        config.putObject("resources");
        config.putArray("triggers");
        config.putArray("departments");
        return answer;
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
