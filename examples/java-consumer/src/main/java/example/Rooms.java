package example;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The open rooms as far as the events have told them, and the line that each event is worth. */
final class Rooms {

    private static final String UNKNOWN = "?";

    private final Map<String, Line> open = new HashMap<>();

    /** What a line says of a room; the number of messages is text because it may not be known. */
    private record Line(String id, String visitor, String name, String state, String messages) {

        /** Of a room whose beginning is older than the events that are kept, no more is known than its id. */
        static Line of(String id) {
            return new Line(id, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
        }

        Line in(String state) {
            return new Line(id, visitor, name, state, messages);
        }

        Line named(String name) {
            return new Line(id, visitor, name, state, messages);
        }

        Line with(int more) {
            return messages.equals(UNKNOWN)
                    ? this
                    : new Line(id, visitor, name, state, String.valueOf(Integer.parseInt(messages) + more));
        }

        String text(String time, String what) {
            return plain(String.join(" | ", time, id, name, state, "messages: " + messages, what));
        }
    }

    /** Takes an event in; the lines to print: one for each room that it changed. */
    List<String> apply(Told told) {
        return changed(told).stream()
                .map(line -> line.text(told.time(), told.what() + note(told.body())))
                .toList();
    }

    private List<Line> changed(Told told) {
        JsonNode body = told.body();
        if (body.has("message")) {
            return List.of(talked(told.what(), body.at("/message/rid").stringValue()));
        }
        if (body.has("room")) {
            return List.of(stands(body.get("room")));
        }
        if (body.has("rooms")) {
            return body.get("rooms")
                    .valueStream()
                    .map(id -> gone(id.stringValue(), "erased"))
                    .toList();
        }
        return told.what().equals("visitor-updated") ? renamed(body.get("visitor")) : List.of();
    }

    private static String note(JsonNode body) {
        return body.at("/message").has("u")
                ? " by " + body.at("/message/u/username").stringValue() + ": "
                        + body.at("/message/msg").stringValue()
                : "";
    }

    /** Events of messages do not repeat the room: each adds one or takes one away. */
    private Line talked(String what, String id) {
        int more = switch (what) {
            case "message-added" -> 1;
            case "message-deleted" -> -1;
            default -> 0;
        };
        return keep(of(id).with(more));
    }

    private Line stands(JsonNode room) {
        String id = room.get("_id").stringValue();
        if (!room.has("v")) {
            return gone(id, "forgotten");
        }
        Line now = new Line(
                id,
                room.at("/v/_id").stringValue(),
                room.get("fname").stringValue(),
                state(room),
                String.valueOf(room.get("msgs").intValue()));
        if (room.has("open")) {
            return keep(now);
        }
        open.remove(id);
        return now;
    }

    private static String state(JsonNode room) {
        if (room.has("closedAt")) {
            return "closed by " + room.at("/closedBy/username").stringValue();
        }
        return room.has("servedBy")
                ? (room.has("onHold") ? "on hold with " : "served by ")
                        + room.at("/servedBy/username").stringValue()
                : "queued";
    }

    private List<Line> renamed(JsonNode visitor) {
        String id = visitor.get("_id").stringValue();
        String name = (visitor.has("name") ? visitor.get("name") : visitor.get("username")).stringValue();
        return List.copyOf(open.values()).stream()
                .filter(line -> line.visitor().equals(id))
                .map(line -> keep(line.named(name)))
                .toList();
    }

    private Line gone(String id, String state) {
        Line last = of(id);
        open.remove(id);
        return last.in(state);
    }

    private Line keep(Line line) {
        open.put(line.id(), line);
        return line;
    }

    private Line of(String id) {
        return Optional.ofNullable(open.get(id)).orElseGet(() -> Line.of(id));
    }

    /** Text for a line of a terminal: what visitors write must not move its cursor. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
    }
}
