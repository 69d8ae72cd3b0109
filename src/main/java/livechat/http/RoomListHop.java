package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list that another instance puts together: it asks for the rooms that are here, and for no others. */
final class RoomListHop {

    /** Which partitions it is about; all, where it is absent. */
    static final String PARTITIONS = "X-Livechat-Partitions";

    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,3}(,[0-9]{1,3})*");

    private RoomListHop() {}

    static Set<Integer> partitions(HttpServletRequest request, Set<Integer> all) {
        String asked = request.getHeader(PARTITIONS);
        return asked == null ? all : parse(asked);
    }

    private static Set<Integer> parse(String asked) {
        if (!NUMBERS.matcher(asked).matches()) {
            throw BadRequest.invalidParams("malformed header", PARTITIONS);
        }
        return Stream.of(asked.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
    }
}
