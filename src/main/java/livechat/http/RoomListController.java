package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import livechat.query.Everywhere;
import livechat.query.Part;
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
    private final ClientAddress clientAddress;

    RoomListController(Everywhere everywhere, RoomScan scan, RoomListAsker.Peers peers, ClientAddress clientAddress) {
        this.everywhere = everywhere;
        this.scan = scan;
        this.peers = peers;
        this.clientAddress = clientAddress;
    }

    @GetMapping(PATH)
    ResponseEntity<ObjectNode> rooms(HttpServletRequest request) {
        Map<String, String> caller = Map.of(
                OfferedKey.HEADER,
                OfferedKey.accepted(request),
                "X-Forwarded-For",
                clientAddress.of(request).getHostAddress());
        RoomListQuery query = RoomListQuery.of(request.getQueryString());
        if (Hop.of(request) != Hop.NONE) {
            return RoomListAnswer.part(here(query, RoomListHop.partitions(request, everywhere.partitions())));
        }
        List<FoundRooms> parts = everywhere.ask(new RoomListAsker(query, target(request), caller, scan, peers));
        return RoomListAnswer.page(parts.stream().reduce(query.nothingYet(), FoundRooms::with), query.offset());
    }

    private Part<FoundRooms> here(RoomListQuery query, Set<Integer> partitions) {
        return scan.scan(partitions, query.collector(), everywhere.patience());
    }

    /** As it came: what was understood here is understood there in the same way. */
    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? PATH : PATH + "?" + query;
    }
}
