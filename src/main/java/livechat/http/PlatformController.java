package livechat.http;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import livechat.log.MessageDocument;
import livechat.room.Outcome;
import livechat.room.Reply;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the platform and its agents want of a room, for those who rather call than write to the log. */
@RestController
final class PlatformController {

    private static final String API = "/api/v1/livechat/";
    private static final String FORWARD = API + "room.forward";
    private static final String CLOSE = API + "room.closeByUser";
    private static final String TAKE = API + "inquiries.take";
    private static final String SAVE_INFO = API + "room.saveInfo";
    private static final String HOLD = API + "room.onHold";
    private static final String RESUME = API + "room.resumeOnHold";
    private static final String MESSAGE = API + "message.agent";

    /** To be guarded. */
    static final List<String> PATHS = List.of(FORWARD, CLOSE, TAKE, SAVE_INFO, HOLD, RESUME, MESSAGE);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PlatformCalls platform;
    private final JsonBody body;

    PlatformController(PlatformCalls platform, JsonBody body) {
        this.platform = platform;
        this.body = body;
    }

    @PostMapping(FORWARD)
    ResponseEntity<?> forward(ServletWebRequest exchange) throws IOException {
        return done(exchange, ForwardForm.class);
    }

    @PostMapping(CLOSE)
    ResponseEntity<?> close(ServletWebRequest exchange) throws IOException {
        return done(exchange, AgentCloseForm.class);
    }

    @PostMapping(SAVE_INFO)
    ResponseEntity<?> saveInfo(ServletWebRequest exchange) throws IOException {
        return done(exchange, SaveInfoForm.class);
    }

    @PostMapping(HOLD)
    ResponseEntity<?> hold(ServletWebRequest exchange) throws IOException {
        return done(exchange, HoldForm.class);
    }

    @PostMapping(RESUME)
    ResponseEntity<?> resume(ServletWebRequest exchange) throws IOException {
        return done(exchange, ResumeForm.class);
    }

    @PostMapping(TAKE)
    ResponseEntity<?> take(ServletWebRequest exchange) throws IOException {
        TakeForm form = body.read(exchange.getRequest(), TakeForm.class);
        return platform.answer(exchange, form, _ -> taken(form.room().value()));
    }

    /** Upstream's inquiry, as far as there is one here. */
    private static ObjectNode taken(String id) {
        ObjectNode answer = JSON.objectNode();
        answer.putObject("inquiry").put("_id", id).put("rid", id).put("status", "taken");
        return answer;
    }

    @PostMapping(MESSAGE)
    ResponseEntity<?> post(ServletWebRequest exchange) throws IOException {
        return answer(exchange, AgentMessageForm.class, PlatformController::message);
    }

    private static ObjectNode message(Reply reply) {
        if (reply.outcome() instanceof Outcome.Posted posted && posted.message().isPresent()) {
            ObjectNode answer = JSON.objectNode();
            answer.set(
                    "message",
                    MessageDocument.forEveryone(
                            posted.roomId(), posted.message().get()));
            return answer;
        }
        throw BadRequest.of("invalid-message"); // It was posted before, and has been deleted since.
    }

    private <F extends Record & RoomForm> ResponseEntity<?> done(ServletWebRequest exchange, Class<F> type)
            throws IOException {
        return answer(exchange, type, _ -> JSON.objectNode());
    }

    private <F extends Record & RoomForm> ResponseEntity<?> answer(
            ServletWebRequest exchange, Class<F> type, Function<Reply, ObjectNode> answer) throws IOException {
        return platform.answer(exchange, body.read(exchange.getRequest(), type), answer);
    }
}
