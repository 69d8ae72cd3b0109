package livechat.http;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import livechat.room.Asked;
import livechat.room.Reply;
import livechat.room.Request;
import livechat.room.RequestId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.node.ObjectNode;

/** Asks the log for what the platform wants of a room, wherever that room is. */
final class PlatformCalls {

    private final Calls calls;
    private final Asking asking;
    private final Edge edge;
    private final Staff staff;

    PlatformCalls(Calls calls, Asking asking, Edge edge, Staff staff) {
        this.calls = calls;
        this.asking = asking;
        this.edge = edge;
        this.staff = staff;
    }

    ResponseEntity<?> answer(ServletWebRequest exchange, RoomForm form, Function<Reply, ObjectNode> answer)
            throws IOException {
        OfferedKey.accepted(exchange.getRequest());
        return calls.answer(exchange, form.room(), call -> Success.of(answer.apply(ask(call, form))));
    }

    private Reply ask(Call call, RoomForm form) {
        try {
            Asked first = edge.asked(form.request(staff, call.requestId()), call);
            Reply reply = asking.ask(call, first);
            Optional<Request> more = form.sequel(first.id());
            more.ifPresent(request -> asking.ask(
                    call,
                    new Asked(
                            RequestId.of(form.room(), first.id().value()),
                            first.time(),
                            first.deadline(),
                            first.trace(),
                            request)));
            return reply;
        } catch (BadRequest refusal) {
            throw form.inItsWords(refusal);
        }
    }
}
