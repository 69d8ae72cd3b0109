package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import livechat.log.VisitorDocument;
import livechat.query.Rooms;
import livechat.room.KnownVisitor;
import livechat.room.Visitor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who a visitor is: said by the visitor, by token alone. */
@RestController
final class VisitorController {

    private final Rooms rooms;
    private final Asking asking;
    private final Edge edge;
    private final JsonBody body;

    VisitorController(Rooms rooms, Asking asking, Edge edge, JsonBody body) {
        this.rooms = rooms;
        this.asking = asking;
        this.edge = edge;
        this.body = body;
    }

    @PostMapping("/api/v1/livechat/visitor")
    ResponseEntity<ObjectNode> register(HttpServletRequest request) throws IOException {
        VisitorForm form = body.read(request, VisitorForm.class);
        return answer(
                asking.ask(edge.registration(form.guest(), request), request).visitor());
    }

    @GetMapping("/api/v1/livechat/visitor/{token}")
    ResponseEntity<ObjectNode> visitor(@PathVariable String token, HttpServletRequest request) {
        QueryParameters.parse(request.getQueryString(), Set.of());
        return answer(
                rooms.read(RoomQuery.token(token), rooms.patience(), ledger -> ledger.visitor(RoomQuery.token(token))));
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
