package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import livechat.query.Patience;
import livechat.query.Rooms;
import livechat.room.CloseRequested;
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
    private final Asking asking;
    private final Edge edge;
    private final JsonBody body;

    RoomController(Rooms rooms, Asking asking, Edge edge, JsonBody body) {
        this.rooms = rooms;
        this.asking = asking;
        this.edge = edge;
        this.body = body;
    }

    @GetMapping("/api/v1/livechat/room")
    ResponseEntity<ObjectNode> room(HttpServletRequest request) {
        RoomQuery query = RoomQuery.of(request.getQueryString());
        Patience patience = rooms.patience();
        Room room = rooms.read(
                query.token(), patience, ledger -> ledger.visitor(query.token()).room());
        if (query.rid().isPresent()) {
            return RoomAnswer.existing(query.asked(room));
        }
        return room instanceof OpenRoom open && !Edge.mayBeOnTheLog(request)
                ? RoomAnswer.existing(open)
                : RoomAnswer.of(asking.ask(edge.room(query, request), request, patience));
    }

    @PostMapping("/api/v1/livechat/room.close")
    ResponseEntity<ObjectNode> close(HttpServletRequest request) throws IOException {
        CloseRequested close = body.read(request, CloseForm.class).request();
        asking.ask(edge.close(close, request), request);
        return RoomAnswer.closed(close.roomId().value());
    }
}
