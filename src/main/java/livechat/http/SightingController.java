package livechat.http;

import java.io.IOException;
import java.util.Optional;
import livechat.log.MessageDocument;
import livechat.room.Message;
import livechat.room.MessagePosted;
import livechat.room.Outcome;
import livechat.room.VisitorStatusReported;
import livechat.room.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a client notices of its visitor: whether they are there, and on which page. */
@RestController
final class SightingController {

    private final Calls calls;
    private final Asking asking;
    private final Edge edge;
    private final JsonBody body;

    SightingController(Calls calls, Asking asking, Edge edge, JsonBody body) {
        this.calls = calls;
        this.asking = asking;
        this.edge = edge;
        this.body = body;
    }

    @PostMapping("/api/v1/livechat/visitor.status")
    ResponseEntity<?> status(ServletWebRequest exchange) throws IOException {
        StatusForm form = body.read(exchange.getRequest(), StatusForm.class);
        VisitorStatusReported reported = form.request();
        return calls.answer(exchange, reported.token(), call -> {
            asking.ask(call, edge.asked(reported, call));
            return Success.of(JsonNodeFactory.instance
                    .objectNode()
                    .put("token", reported.token().value())
                    .put("status", form.word()));
        });
    }

    @PostMapping("/api/v1/livechat/page.visited")
    ResponseEntity<?> visited(ServletWebRequest exchange) throws IOException {
        PageForm form = body.read(exchange.getRequest(), PageForm.class);
        Optional<OwnRoom> room = form.room();
        return room.isEmpty() ? Success.of(JsonNodeFactory.instance.objectNode()) : note(exchange, form, room.get());
    }

    private ResponseEntity<?> note(ServletWebRequest exchange, PageForm form, OwnRoom room) throws IOException {
        Wording wording = form.wording();
        return calls.answer(exchange, room.token(), call -> {
            MessagePosted visit = PageForm.request(room, wording, call.requestId());
            return answer(room, asking.ask(call, edge.asked(visit, call)).outcome());
        });
    }

    private static ResponseEntity<ObjectNode> answer(OwnRoom room, Outcome outcome) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (outcome instanceof Outcome.Posted posted) {
            posted.message().ifPresent(message -> answer.set("page", page(room, message)));
        }
        return Success.of(answer);
    }

    private static ObjectNode page(OwnRoom room, Message message) {
        return MessageDocument.forVisitor(room.id(), message, room.token()).retain("msg", "navigation");
    }
}
