package livechat.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A time from and to, both included.
 *
 * @param isBounded whether anything was said: without, also what has no time is meant
 */
record Period(Instant start, Instant end, boolean isBounded) {

    static Period of(String key, QueryParameters query) {
        ObjectNode said = JsonParameter.of(key, query.get(key), Set.of("start", "end"));
        Period period =
                new Period(time(key, said, "start", Instant.MIN), time(key, said, "end", Instant.MAX), !said.isEmpty());
        if (period.end().isBefore(period.start())) {
            throw BadRequest.invalidParams("end before start", key);
        }
        return period;
    }

    private static Instant time(String key, ObjectNode said, String member, Instant otherwise) {
        String text = JsonParameter.text(key, said, member);
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw BadRequest.invalidParams("not a time such as 2026-01-31T23:59:59.999Z", key + "." + member);
        }
    }

    Predicate<ObjectNode> of(String member) {
        return room -> !isBounded || contains(room.path(member));
    }

    private boolean contains(JsonNode time) {
        if (time.isMissingNode()) {
            return false;
        }
        Instant instant = Instant.parse(time.stringValue());
        return !instant.isBefore(start) && !instant.isAfter(end);
    }
}
