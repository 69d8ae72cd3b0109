package livechat.http;

import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import livechat.log.RoomDocument;
import livechat.room.Room;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which rooms are to be listed.
 *
 * @param offset how many are skipped
 * @param count how many are listed at most
 */
record RoomListQuery(RoomFilter filter, Comparator<ObjectNode> order, int offset, int count) {

    /** So many documents are held of each instance; whoever wants more narrows the filter. */
    static final int REACH = 10_000;

    private static final int MOST = 100;

    /** Upstream's. */
    private static final String USUAL_COUNT = "25";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private static final Set<String> KEYS = Set.of(
            "open",
            "agents[]",
            "departmentId",
            "tags[]",
            "createdAt",
            "closedAt",
            "roomName",
            "customFields",
            "sort",
            "count",
            "offset");

    static RoomListQuery of(@Nullable String query) {
        QueryParameters parameters = QueryParameters.parse(query, KEYS);
        int count = number("count", parameters, USUAL_COUNT);
        int offset = number("offset", parameters, "0");
        if (count < 1 || count > MOST) {
            throw BadRequest.invalidParams("not from 1 to " + MOST, "count");
        }
        if (offset + count > REACH) {
            throw BadRequest.invalidParams("offset and count reach beyond " + REACH, "offset");
        }
        return new RoomListQuery(RoomFilter.of(parameters), RoomOrder.of(parameters.get("sort")), offset, count);
    }

    private static int number(String key, QueryParameters parameters, String usual) {
        String said = parameters.get(key);
        String text = said == null ? usual : said;
        if (!NUMBER.matcher(text).matches()) {
            throw BadRequest.invalidParams("not a number", key);
        }
        return Integer.parseInt(text);
    }

    /** The rooms up to the end of the page, wherever they come from. */
    FoundRooms nothingYet() {
        return new FoundRooms(order, offset + count);
    }

    Collector<Room, FoundRooms, FoundRooms> collector() {
        return Collector.of(this::nothingYet, this::add, FoundRooms::with);
    }

    private void add(FoundRooms found, Room room) {
        ObjectNode document = RoomDocument.forEveryone(room);
        if (filter.test(document)) {
            found.add(document);
        }
    }
}
