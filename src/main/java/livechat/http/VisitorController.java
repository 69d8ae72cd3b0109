package livechat.http;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import livechat.log.VisitorDocument;
import livechat.query.Question;
import livechat.room.Asked;
import livechat.room.ErasureRequested;
import livechat.room.KnownVisitor;
import livechat.room.Outcome;
import livechat.room.Token;
import livechat.room.Visitor;
import livechat.room.VisitorId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who a visitor is: said by the visitor, by token alone. */
@RestController
final class VisitorController {

    private final Calls calls;
    private final Asking asking;
    private final Edge edge;
    private final JsonBody body;

    VisitorController(Calls calls, Asking asking, Edge edge, JsonBody body) {
        this.calls = calls;
        this.asking = asking;
        this.edge = edge;
        this.body = body;
    }

    @PostMapping("/api/v1/livechat/visitor")
    ResponseEntity<?> register(ServletWebRequest exchange) throws IOException {
        VisitorForm.Guest guest =
                body.read(exchange.getRequest(), VisitorForm.class).guest();
        return calls.answer(
                exchange,
                guest.knownBy(),
                call -> answer(asking.ask(call, edge.registration(guest, call)).visitor()));
    }

    @GetMapping("/api/v1/livechat/visitor/{token}")
    ResponseEntity<?> visitor(@PathVariable("token") String text, ServletWebRequest exchange) throws IOException {
        QueryParameters.parse(exchange.getRequest().getQueryString(), Set.of());
        Token token = RoomQuery.token(text);
        return calls.answer(
                exchange,
                token,
                call -> answer(asking.read(call, Question.of(token, ledger -> ledger.visitor(token)))));
    }

    /** Rooms, messages and all, also while a room is open. */
    @DeleteMapping("/api/v1/livechat/visitor/{token}")
    ResponseEntity<?> erase(@PathVariable("token") String text, ServletWebRequest exchange) throws IOException {
        QueryParameters.parse(exchange.getRequest().getQueryString(), Set.of());
        Token token = RoomQuery.token(text);
        if (!body.isEmpty(exchange.getRequest())) {
            body.read(exchange.getRequest(), NoMembers.class);
        }
        return calls.answer(exchange, token, call -> {
            Asked asked = edge.asked(new ErasureRequested(token), call);
            return erased(asking.ask(call, asked).outcome(), asked);
        });
    }

    private static ResponseEntity<ObjectNode> erased(Outcome outcome, Asked asked) {
        Optional<VisitorId> id = outcome instanceof Outcome.Erased erased ? erased.visitorId() : Optional.empty();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("visitor", VisitorDocument.erased(id, asked.time()));
        return Success.of(answer);
    }

    private static ResponseEntity<ObjectNode> answer(Visitor visitor) {
        if (visitor instanceof KnownVisitor known) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.set("visitor", VisitorDocument.forVisitor(known));
            return Success.of(answer);
        }
        throw BadRequest.invalidToken();
    }
}
