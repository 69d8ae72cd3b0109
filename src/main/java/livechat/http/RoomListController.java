package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import livechat.query.Everywhere;
import livechat.query.RoomScan;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The rooms of all visitors, for the platform: from all instances, or, when another one asks, from here. */
@RestController
final class RoomListController {

    static final String PATH = "/api/v1/livechat/rooms";

    private final Everywhere everywhere;
    private final RoomScan scan;
    private final RoomListAsker.Peers peers;

    RoomListController(Everywhere everywhere, RoomScan scan, RoomListAsker.Peers peers) {
        this.everywhere = everywhere;
        this.scan = scan;
        this.peers = peers;
    }

    @GetMapping(PATH)
    ResponseEntity<ObjectNode> rooms(HttpServletRequest request) {
        String key = OfferedKey.accepted(request);
        RoomListQuery query = RoomListQuery.of(request.getQueryString());
        if (RoomListHop.is(request)) {
            return RoomListAnswer.part(scan.scan(
                    RoomListHop.partitions(request, everywhere.partitions()),
                    query.collector(),
                    everywhere.patience()));
        }
        List<FoundRooms> parts = everywhere.ask(new RoomListAsker(query, target(request), key, scan, peers));
        return RoomListAnswer.page(parts.stream().reduce(query.nothingYet(), FoundRooms::with), query.offset());
    }

    /** As it came: what was understood here is understood there in the same way. */
    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? PATH : PATH + "?" + query;
    }
}
