package livechat.http;

import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** In which order rooms are listed; two that are equal in it go by id, so that pages neither repeat nor skip one. */
final class RoomOrder {

    private static final Set<String> MEMBERS = Set.of("ts", "lm", "_updatedAt", "fname", "msgs", "closedAt");

    /** The latest first, as upstream. */
    private static final Comparator<ObjectNode> USUAL = by("ts", -1);

    private RoomOrder() {}

    static Comparator<ObjectNode> of(@Nullable String sort) {
        if (sort == null) {
            return USUAL;
        }
        ObjectNode said = JsonParameter.of("sort", sort, MEMBERS);
        if (said.size() != 1) {
            throw BadRequest.invalidParams("not exactly one member", "sort");
        }
        String member = said.propertyNames().iterator().next();
        return by(member, direction(said.path(member)));
    }

    private static int direction(JsonNode said) {
        int direction = said.isIntegralNumber() && said.canConvertToInt() ? said.intValue() : 0;
        if (Math.abs(direction) != 1) {
            throw BadRequest.invalidParams("neither 1 nor -1", "sort");
        }
        return direction;
    }

    private static Comparator<ObjectNode> by(String member, int direction) {
        Comparator<ObjectNode> up = Comparator.comparing(room -> room.path(member), RoomOrder::compare);
        return (direction > 0 ? up : up.reversed())
                .thenComparing(room -> room.path("_id").stringValue());
    }

    /** What is absent is less than anything; times are texts of one form, which sort as they are. */
    private static int compare(JsonNode one, JsonNode other) {
        if (one.isMissingNode() || other.isMissingNode()) {
            return Boolean.compare(!one.isMissingNode(), !other.isMissingNode());
        }
        return one.isNumber()
                ? Long.compare(one.longValue(), other.longValue())
                : one.stringValue().compareTo(other.stringValue());
    }
}
