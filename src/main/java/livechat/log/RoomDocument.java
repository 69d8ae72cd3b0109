package livechat.log;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import livechat.room.ClosedRoom;
import livechat.room.Department;
import livechat.room.NoRoom;
import livechat.room.OpenRoom;
import livechat.room.Origin;
import livechat.room.Room;
import livechat.room.RoomVisitor;
import livechat.room.ServedBy;
import livechat.room.Token;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A room as the world sees it: upstream's document, with its order of members. Times are UTC with milliseconds,
 * durations are seconds; what is absent is absent, never null.
 */
public final class RoomDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RoomDocument() {}

    /** For the visitor, who knows the token anyway. */
    public static ObjectNode forVisitor(Room room) {
        return document(room, visitor -> visitor(visitor, Optional.of(visitor.token())));
    }

    /** For those who watch: the token is a secret between the visitor and this service. */
    public static ObjectNode forEveryone(Room room) {
        return document(room, visitor -> visitor(visitor, Optional.empty()));
    }

    private static ObjectNode document(Room room, Function<RoomVisitor, ObjectNode> visitor) {
        return switch (room) {
            case OpenRoom open -> open(open, visitor);
            case ClosedRoom closed -> closed(closed, visitor);
            case NoRoom _ -> throw new IllegalArgumentException("no room has no document");
        };
    }

    private static ObjectNode open(OpenRoom room, Function<RoomVisitor, ObjectNode> visitor) {
        Origin origin = room.origin();
        ObjectNode document = JSON.objectNode()
                .put("_id", room.id().value())
                .put("fname", room.displayName())
                .put("t", "l");
        document.set("v", visitor.apply(room.visitor()));
        origin.department().ifPresent(department -> document.put("departmentId", department.id()));
        document.put("open", true)
                .put("msgs", room.conversation().messages())
                .put("ts", Timestamps.text(origin.ts()))
                .put("_updatedAt", Timestamps.text(room.updatedAt()))
                .put("lm", Timestamps.text(room.conversation().lastMessageAt()))
                .put("usersCount", room.conversation().users())
                .put("cl", false);
        origin.department().ifPresent(department -> addAncestors(document, department));
        origin.source().ifPresent(source -> document.putObject("source").put("type", source.type()));
        room.servedBy().ifPresent(served -> document.set("servedBy", servedBy(served)));
        if (room.conversation().waitingResponse()) {
            document.put("waitingResponse", true);
        }
        return document;
    }

    private static void addAncestors(ObjectNode document, Department department) {
        if (!department.ancestors().isEmpty()) {
            department.ancestors().forEach(document.putArray("departmentAncestors")::add);
        }
    }

    private static ObjectNode servedBy(ServedBy served) {
        return JSON.objectNode()
                .put("_id", served.agent().id())
                .put("username", served.agent().username())
                .put("ts", Timestamps.text(served.ts()));
    }

    /** Upstream removes the member {@code open} rather than setting it to false. */
    private static ObjectNode closed(ClosedRoom room, Function<RoomVisitor, ObjectNode> visitor) {
        ObjectNode document = open(room.was(), visitor);
        document.remove("open");
        RoomVisitor closer = room.was().visitor();
        document.put("closedAt", Timestamps.text(room.closedAt()))
                .put("closer", room.closer().name().toLowerCase(Locale.ROOT));
        document.putObject("closedBy").put("_id", closer.id().value()).put("username", closer.username());
        ObjectNode metrics = document.putObject("metrics").put("chatDuration", seconds(room.duration()));
        room.serviceTime().ifPresent(time -> metrics.put("serviceTimeDuration", seconds(time)));
        return document;
    }

    private static ObjectNode visitor(RoomVisitor visitor, Optional<Token> token) {
        ObjectNode shown = JSON.objectNode().put("_id", visitor.id().value()).put("username", visitor.username());
        token.ifPresent(secret -> shown.put("token", secret.value()));
        return shown.put("status", visitor.status().name().toLowerCase(Locale.ROOT));
    }

    private static BigDecimal seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
        return seconds.setScale(Math.max(0, seconds.scale()));
    }
}
