package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import livechat.query.Answers;
import livechat.query.Rooms;
import livechat.room.Asked;
import livechat.room.OpenRoom;
import livechat.room.Room;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Get or create a visitor's room, and close it: what needs no decision is read, all else is asked of the log. */
@RestController
final class RoomController {

    private final Rooms rooms;
    private final Answers answers;
    private final Edge edge;
    private final JsonBody body;

    RoomController(Rooms rooms, Answers answers, Edge edge, JsonBody body) {
        this.rooms = rooms;
        this.answers = answers;
        this.edge = edge;
        this.body = body;
    }

    @GetMapping("/api/v1/livechat/room")
    ResponseEntity<ObjectNode> room(HttpServletRequest request) {
        RoomQuery query = RoomQuery.of(request.getQueryString());
        Room room = rooms.read(
                query.token(), ledger -> ledger.visitor(query.token()).room());
        if (query.rid().isPresent()) {
            return RoomAnswer.existing(query.asked(room));
        }
        return room instanceof OpenRoom open && !Edge.mayBeOnTheLog(request)
                ? RoomAnswer.existing(open)
                : RoomAnswer.of(answers.ask(edge.roomRequest(query.token(), request)));
    }

    @PostMapping("/api/v1/livechat/room.close")
    ResponseEntity<ObjectNode> close(HttpServletRequest request) throws IOException {
        Asked asked = edge.closeRequest(body.read(request, CloseForm.class), request);
        if (!Edge.mayBeOnTheLog(request)) {
            RoomAnswer.refuse(rooms.rehearse(asked).outcome());
        }
        return RoomAnswer.closed(answers.ask(asked));
    }
}
