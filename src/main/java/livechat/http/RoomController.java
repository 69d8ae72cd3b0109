package livechat.http;

import java.io.IOException;
import java.util.Optional;
import livechat.query.Question;
import livechat.room.CloseRequested;
import livechat.room.Room;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Get or create a visitor's room, and close it: what needs no decision is read, all else is asked of the log. */
@RestController
final class RoomController {

    private final Calls calls;
    private final Asking asking;
    private final Edge edge;
    private final JsonBody body;

    RoomController(Calls calls, Asking asking, Edge edge, JsonBody body) {
        this.calls = calls;
        this.asking = asking;
        this.edge = edge;
        this.body = body;
    }

    @GetMapping("/api/v1/livechat/room")
    ResponseEntity<?> room(ServletWebRequest exchange) throws IOException {
        RoomQuery query = RoomQuery.of(exchange.getRequest().getQueryString());
        return calls.answer(
                exchange, query.token(), call -> query.rid().isPresent() ? asked(query, call) : any(query, call));
    }

    private ResponseEntity<?> asked(RoomQuery query, Call call) {
        return RoomAnswer.existing(query.asked(read(query, call)));
    }

    private ResponseEntity<?> any(RoomQuery query, Call call) {
        boolean mayBeRead = call.hop() == Hop.STANDBY || !asking.isForTheLog(call);
        Optional<byte[]> document = mayBeRead ? asking.read(call, Question.openRoom(query.token())) : Optional.empty();
        return document.map(RoomAnswer::existing)
                .orElseGet(() -> RoomAnswer.of(asking.ask(call, edge.room(query, call))));
    }

    private Room read(RoomQuery query, Call call) {
        return asking.read(
                call,
                Question.of(
                                query.token(),
                                ledger -> ledger.visitor(query.token()).room())
                        .orOld(query::isAnsweredBy));
    }

    @PostMapping("/api/v1/livechat/room.close")
    ResponseEntity<?> close(ServletWebRequest exchange) throws IOException {
        OwnRoom room = body.read(exchange.getRequest(), OwnRoomForm.class).room();
        return calls.answer(exchange, room.token(), call -> {
            asking.ask(call, edge.asked(new CloseRequested(room.token(), room.id()), call));
            return RoomAnswer.closed(room.id().value());
        });
    }
}
