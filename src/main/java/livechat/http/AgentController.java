package livechat.http;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import livechat.query.Question;
import livechat.room.Agent;
import livechat.room.ClosedRoom;
import livechat.room.NoRoom;
import livechat.room.OpenRoom;
import livechat.room.Room;
import livechat.room.ServedBy;
import livechat.room.Token;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who serves a visitor, or could. */
@RestController
final class AgentController {

    private final Calls calls;
    private final Asking asking;
    private final NextAgent next;

    AgentController(Calls calls, Asking asking, NextAgent next) {
        this.calls = calls;
        this.asking = asking;
        this.next = next;
    }

    @GetMapping("/api/v1/livechat/agent.info/{rid}/{token}")
    ResponseEntity<?> info(
            @PathVariable("rid") String rid, @PathVariable("token") String token, ServletWebRequest exchange)
            throws IOException {
        QueryParameters.parse(exchange.getRequest().getQueryString(), Set.of());
        OwnRoom room = OwnRoom.of(token, rid);
        return calls.answer(
                exchange,
                room.token(),
                call -> answer(room.look(asking, call, (_, seen) -> agent(seen), "invalid-agent")));
    }

    private static Optional<Agent> agent(Room room) {
        return switch (room) {
            case OpenRoom open -> open.servedBy().map(ServedBy::agent);
            case ClosedRoom closed -> closed.was().servedBy().map(ServedBy::agent);
            case NoRoom _ -> Optional.empty();
        };
    }

    @GetMapping("/api/v1/livechat/agent.next/{token}")
    ResponseEntity<?> next(@PathVariable("token") String text, ServletWebRequest exchange) throws IOException {
        QueryParameters query = QueryParameters.parse(exchange.getRequest().getQueryString(), Set.of("department"));
        Optional<String> department =
                Optional.ofNullable(query.get("department")).filter(id -> !id.isEmpty());
        Token token = RoomQuery.token(text);
        return calls.answer(
                exchange,
                token,
                call -> asking.read(
                                        call,
                                        Question.of(
                                                token,
                                                ledger -> ledger.visitor(token).room()))
                                instanceof OpenRoom
                        ? Success.of(JsonNodeFactory.instance.objectNode())
                        : answer(next.of(token, department)));
    }

    private static ResponseEntity<ObjectNode> answer(Agent agent) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("agent").put("_id", agent.id()).put("username", agent.username());
        return Success.of(answer);
    }
}
