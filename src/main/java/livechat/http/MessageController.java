package livechat.http;

import java.io.IOException;
import java.util.Set;
import livechat.log.MessageDocument;
import livechat.room.Asked;
import livechat.room.Author;
import livechat.room.KeptMessage;
import livechat.room.Message;
import livechat.room.MessageDeletionRequested;
import livechat.room.MessageId;
import livechat.room.Outcome;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a visitor writes, reads back, changes and takes back. */
@RestController
final class MessageController {

    private static final String INVALID = "invalid-message";

    private final Calls calls;
    private final Asking asking;
    private final Edge edge;
    private final JsonBody body;

    MessageController(Calls calls, Asking asking, Edge edge, JsonBody body) {
        this.calls = calls;
        this.asking = asking;
        this.edge = edge;
        this.body = body;
    }

    @PostMapping("/api/v1/livechat/message")
    ResponseEntity<?> post(ServletWebRequest exchange) throws IOException {
        MessageForm form = body.read(exchange.getRequest(), MessageForm.class);
        OwnRoom room = form.room();
        return calls.answer(exchange, room.token(), call -> {
            Outcome outcome = asking.ask(call, edge.asked(form.request(call.requestId()), call))
                    .outcome();
            return answer(room, posted(outcome));
        });
    }

    /** One that was deleted between two tries is not there any more. */
    private static Message posted(Outcome outcome) {
        if (outcome instanceof Outcome.Posted posted) {
            return posted.message().orElseThrow(() -> BadRequest.of(INVALID));
        }
        throw new IllegalStateException("not what becomes of a message: " + outcome.getClass());
    }

    @GetMapping("/api/v1/livechat/message/{id}")
    ResponseEntity<?> message(@PathVariable("id") String id, ServletWebRequest exchange) throws IOException {
        OwnRoom room = inQuery(exchange);
        MessageId messageId = messageId(id);
        return calls.answer(exchange, room.token(), call -> answer(room, read(room, messageId, call)));
    }

    @PutMapping("/api/v1/livechat/message/{id}")
    ResponseEntity<?> edit(@PathVariable("id") String id, ServletWebRequest exchange) throws IOException {
        MessageForm.Edit form = body.read(exchange.getRequest(), MessageForm.Edit.class);
        OwnRoom room = form.room();
        MessageId messageId = messageId(id);
        return calls.answer(exchange, room.token(), call -> {
            asking.ask(call, edge.asked(form.request(messageId), call));
            return answer(room, read(room, messageId, call));
        });
    }

    @DeleteMapping("/api/v1/livechat/message/{id}")
    ResponseEntity<?> delete(@PathVariable("id") String id, ServletWebRequest exchange) throws IOException {
        OwnRoom room = inBodyOrQuery(exchange);
        MessageId messageId = messageId(id);
        return calls.answer(exchange, room.token(), call -> {
            Asked asked =
                    edge.asked(new MessageDeletionRequested(room.address(), messageId, new Author.OfVisitor()), call);
            asking.ask(call, asked);
            return answer(MessageDocument.deleted(messageId, asked.time()));
        });
    }

    private OwnRoom inBodyOrQuery(ServletWebRequest exchange) throws IOException {
        if (body.isEmpty(exchange.getRequest())) {
            return inQuery(exchange);
        }
        return body.read(exchange.getRequest(), OwnRoomForm.class).room();
    }

    private static OwnRoom inQuery(ServletWebRequest exchange) {
        QueryParameters query = QueryParameters.parse(exchange.getRequest().getQueryString(), Set.of("token", "rid"));
        return OwnRoom.of(query.get("token"), query.get("rid"));
    }

    private static MessageId messageId(String id) {
        try {
            return new MessageId(id);
        } catch (IllegalArgumentException malformed) {
            throw BadRequest.of(INVALID);
        }
    }

    private Message read(OwnRoom room, MessageId id, Call call) {
        return room.look(
                asking, call, (ledger, _) -> ledger.message(room.id(), id).flatMap(KeptMessage::message), INVALID);
    }

    private static ResponseEntity<ObjectNode> answer(OwnRoom room, Message message) {
        return answer(MessageDocument.forVisitor(room.id(), message, room.token()));
    }

    private static ResponseEntity<ObjectNode> answer(ObjectNode message) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("message", message);
        return Success.of(answer);
    }
}
