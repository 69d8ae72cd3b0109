package livechat.http;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import livechat.log.RoomDocument;
import livechat.room.Department;
import livechat.room.Room;
import livechat.room.TransferRequested;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A visitor turns to another department, whose queue takes the room. */
@RestController
final class TransferController {

    /** Of two calls that do the same, upstream's newer one has its own words for what it refuses. */
    private static final Map<String, String> NEWER_WORDS =
            Map.of("invalid-room", "error-invalid-room", "room-closed", "This_conversation_is_already_closed");

    private final Calls calls;
    private final Asking asking;
    private final Edge edge;
    private final JsonBody body;

    TransferController(Calls calls, Asking asking, Edge edge, JsonBody body) {
        this.calls = calls;
        this.asking = asking;
        this.edge = edge;
        this.body = body;
    }

    @PostMapping("/api/v1/livechat/room.transfer")
    ResponseEntity<?> transfer(ServletWebRequest exchange) throws IOException {
        return transfer(exchange, TransferController::answer);
    }

    @PostMapping("/api/v1/livechat/visitor/department.transfer")
    ResponseEntity<?> departmentTransfer(ServletWebRequest exchange) throws IOException {
        try {
            return transfer(exchange, _ -> Success.of(JsonNodeFactory.instance.objectNode()));
        } catch (BadRequest refusal) {
            String newer = NEWER_WORDS.get(refusal.code());
            throw newer == null ? refusal : BadRequest.of(newer);
        }
    }

    private ResponseEntity<?> transfer(ServletWebRequest exchange, Function<Room, ResponseEntity<?>> answer)
            throws IOException {
        TransferForm form = body.read(exchange.getRequest(), TransferForm.class);
        OwnRoom room = form.room();
        String department = form.departmentId();
        return calls.answer(exchange, room.token(), call -> answer.apply(transferred(room, department, call)));
    }

    private Room transferred(OwnRoom room, String department, Call call) {
        Department to =
                edge.department(department).orElseThrow(() -> room.refusal(asking, call, "error-invalid-department"));
        TransferRequested request = new TransferRequested(room.address(), Optional.of(to), Optional.empty());
        return asking.ask(call, edge.asked(request, call)).room();
    }

    private static ResponseEntity<ObjectNode> answer(Room room) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set(
                "room",
                RoomDocument.forVisitor(room).retain("_id", "t", "departmentId", "servedBy", "open", "v", "ts"));
        return Success.of(answer);
    }
}
