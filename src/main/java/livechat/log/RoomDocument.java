package livechat.log;

import java.util.Map;
import java.util.Optional;
import livechat.room.ClosedRoom;
import livechat.room.Conversation;
import livechat.room.Department;
import livechat.room.InfoChange;
import livechat.room.NoRoom;
import livechat.room.OnHold;
import livechat.room.OpenRoom;
import livechat.room.ResponseBy;
import livechat.room.Room;
import livechat.room.RoomInfo;
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
        return switch (room) {
            case OpenRoom open -> open(open, Optional.of(open.visitor().token()));
            case ClosedRoom closed ->
                closed(closed, Optional.of(closed.was().visitor().token()));
            case NoRoom _ -> throw new IllegalArgumentException("no room has no document");
        };
    }

    /** The same, as it goes over the wire. */
    public static byte[] bytesForVisitor(Room room) {
        return Json.write(forVisitor(room));
    }

    /** For those who watch: the token is a secret between the visitor and this service. */
    public static ObjectNode forEveryone(Room room) {
        return switch (room) {
            case OpenRoom open -> open(open, Optional.empty());
            case ClosedRoom closed -> closed(closed, Optional.empty());
            case NoRoom _ -> throw new IllegalArgumentException("no room has no document");
        };
    }

    /** Upstream removes the member {@code open} rather than setting it to false. */
    private static ObjectNode closed(ClosedRoom room, Optional<Token> secret) {
        ObjectNode document = open(room.was(), secret);
        document.remove("open");
        ClosingDocument.addTo(document, room);
        return document;
    }

    private static ObjectNode open(OpenRoom room, Optional<Token> secret) {
        ObjectNode document = JSON.objectNode()
                .put("_id", room.id().value())
                .put("fname", room.displayName())
                .put("t", "l");
        document.set("v", visitor(room, secret));
        room.department().ifPresent(department -> document.put("departmentId", department.id()));
        addFlags(document, room.info().flags());
        addConversation(document, room);
        addFields(document, "customFields", room.info().customFields());
        document.put("usersCount", room.conversation().users()).put("cl", false);
        room.department().ifPresent(department -> addAncestors(document, department));
        room.origin().source().ifPresent(source -> document.putObject("source").put("type", source.type()));
        room.conversation()
                .lastMessage()
                .ifPresent(last -> document.set("lastMessage", MessageDocument.of(room.id(), last, secret)));
        MetricsDocument.of(room.metrics()).ifPresent(metrics -> document.set("metrics", metrics));
        addService(document, room);
        addInfo(document, room.info());
        return document;
    }

    private static ObjectNode visitor(OpenRoom room, Optional<Token> secret) {
        RoomVisitor visitor = room.visitor();
        ObjectNode shown = JSON.objectNode().put("_id", visitor.id().value()).put("username", visitor.username());
        secret.ifPresent(token -> shown.put("token", token.value()));
        shown.put("status", VisitorBody.word(visitor.status()));
        room.conversation().visitorMessageAt().ifPresent(time -> shown.put("lastMessageTs", Timestamps.text(time)));
        return shown;
    }

    private static void addFlags(ObjectNode document, InfoChange.Flags flags) {
        flags.isDefault().ifPresent(yes -> document.put("default", yes));
        flags.isReadOnly().ifPresent(yes -> document.put("ro", yes));
        flags.showsSystemMessages().ifPresent(yes -> document.put("sysMes", yes));
    }

    private static void addConversation(ObjectNode document, OpenRoom room) {
        Conversation conversation = room.conversation();
        document.put("open", true)
                .put("msgs", conversation.messages())
                .put("ts", Timestamps.text(room.origin().ts()))
                .put("_updatedAt", Timestamps.text(room.updatedAt()))
                .put("lm", Timestamps.text(conversation.lastMessageAt()));
    }

    private static void addAncestors(ObjectNode document, Department department) {
        if (!department.ancestors().isEmpty()) {
            department.ancestors().forEach(document.putArray("departmentAncestors")::add);
        }
    }

    private static void addService(ObjectNode document, OpenRoom room) {
        room.servedBy().ifPresent(served -> document.set("servedBy", servedBy(served)));
        if (room.service() instanceof OnHold) {
            document.put("onHold", true);
        }
        if (room.conversation().waitingResponse()) {
            document.put("waitingResponse", true);
        }
        room.conversation().responseBy().ifPresent(response -> document.set("responseBy", responseBy(response)));
    }

    private static ObjectNode servedBy(ServedBy served) {
        return JSON.objectNode()
                .put("_id", served.agent().id())
                .put("username", served.agent().username())
                .put("ts", Timestamps.text(served.ts()));
    }

    private static ObjectNode responseBy(ResponseBy response) {
        return JSON.objectNode()
                .put("_id", response.agent().id())
                .put("username", response.agent().username())
                .put("firstResponseTs", Timestamps.text(response.first()))
                .put("lastMessageTs", Timestamps.text(response.last()));
    }

    private static void addInfo(ObjectNode document, RoomInfo info) {
        info.topic().ifPresent(topic -> document.put("topic", topic));
        if (!info.tags().isEmpty()) {
            info.tags().forEach(document.putArray("tags")::add);
        }
        info.priorityId().ifPresent(id -> document.put("priorityId", id));
        addFields(document, "livechatData", info.livechatData());
        addFields(document, "surveyFeedback", info.survey());
    }

    private static void addFields(ObjectNode document, String name, Map<String, String> fields) {
        if (!fields.isEmpty()) {
            fields.forEach(document.putObject(name)::put);
        }
    }
}
