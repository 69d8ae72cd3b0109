package livechat.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import livechat.log.MessageDocument;
import livechat.room.Message;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was said in a visitor's room, open or closed. */
@RestController
final class HistoryController {

    private final Calls calls;
    private final Asking asking;

    HistoryController(Calls calls, Asking asking) {
        this.calls = calls;
        this.asking = asking;
    }

    @GetMapping("/api/v1/livechat/messages.history/{rid}")
    ResponseEntity<?> history(@PathVariable("rid") String rid, ServletWebRequest exchange) throws IOException {
        HistoryQuery query = HistoryQuery.of(exchange.getRequest().getQueryString());
        OwnRoom room = OwnRoom.of(query.token().value(), rid);
        return calls.answer(exchange, room.token(), call -> answer(room, read(room, query, call)));
    }

    private List<Message> read(OwnRoom room, HistoryQuery query, Call call) {
        return room.look(asking, call, (ledger, _) -> Optional.of(query.read(ledger, room.id())), "invalid-room");
    }

    private static ResponseEntity<ObjectNode> answer(OwnRoom room, List<Message> messages) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode documents = answer.putArray("messages");
        messages.forEach(message -> documents.add(MessageDocument.forVisitor(room.id(), message, room.token())));
        return Success.of(answer);
    }
}
