package livechat.log;

import java.util.List;
import livechat.room.Event;
import livechat.room.KeptMessage;
import livechat.room.KnownVisitor;
import livechat.room.Landed;
import livechat.room.Message;
import livechat.room.Room;
import livechat.room.RoomId;
import livechat.room.VisitorId;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one event says, and about whom. No token gets past this class. */
record Told(String type, String subject, ObjectNode body) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Told of(Landed landed, Event event) {
        return switch (event) {
            case Event.VisitorRegistered registered -> aboutVisitor(WireType.VISITOR_REGISTERED, registered.visitor());
            case Event.VisitorUpdated updated -> aboutVisitor(WireType.VISITOR_UPDATED, updated.visitor());
            case Event.VisitorErased erased -> erased(landed, erased);
            case Event.VisitorForgotten forgotten ->
                gone(WireType.VISITOR_FORGOTTEN, "visitor", forgotten.id().value());
            case Event.OfMessage message ->
                aboutMessage(type(message), message.room().id(), message.message());
            case Event.OfOpenRoom open -> aboutRoom(type(open), open.room());
            case Event.RoomUpdated updated -> aboutRoom(WireType.ROOM_UPDATED, updated.room());
            case Event.RoomSurveyed surveyed -> aboutRoom(WireType.ROOM_SURVEYED, surveyed.room());
            case Event.RoomClosed closed -> aboutRoom(WireType.ROOM_CLOSED, closed.room());
            case Event.RoomForgotten forgotten ->
                gone(WireType.ROOM_FORGOTTEN, "room", forgotten.room().id().value());
            case Event.RequestRefused refused -> refused(landed, refused);
        };
    }

    private static String type(Event.OfOpenRoom event) {
        return switch (event) {
            case Event.VisitorStatusChanged _ -> WireType.VISITOR_STATUS_CHANGED;
            case Event.RoomCreated _ -> WireType.ROOM_CREATED;
            case Event.AgentAssigned _ -> WireType.AGENT_ASSIGNED;
            case Event.AgentUnassigned _ -> WireType.AGENT_UNASSIGNED;
            case Event.RoomTransferred _ -> WireType.ROOM_TRANSFERRED;
            case Event.RoomHeld _ -> WireType.ROOM_HELD;
            case Event.RoomResumed _ -> WireType.ROOM_RESUMED;
            case Event.MessageAdded _ -> WireType.MESSAGE_ADDED;
            case Event.MessageEdited _ -> WireType.MESSAGE_EDITED;
            case Event.MessageDeleted _ -> WireType.MESSAGE_DELETED;
        };
    }

    private static Told aboutVisitor(String type, KnownVisitor visitor) {
        ObjectNode body = JSON.objectNode();
        body.set("visitor", VisitorDocument.forEveryone(visitor));
        return new Told(type, visitor.id().value(), body);
    }

    private static Told aboutRoom(String type, Room room) {
        Told now = room(room);
        ObjectNode body = JSON.objectNode();
        body.set("room", now.body());
        return new Told(type, now.subject(), body);
    }

    static Told room(Room room) {
        ObjectNode document = RoomDocument.forEveryone(room);
        return new Told(WireType.ROOM, document.get("_id").stringValue(), document);
    }

    /** Of a message that is gone, only its id is left. */
    private static Told aboutMessage(String type, RoomId roomId, KeptMessage kept) {
        ObjectNode body = JSON.objectNode();
        body.set(
                "message",
                kept.message()
                        .map((Message message) -> MessageDocument.forEveryone(roomId, message))
                        .orElseGet(() ->
                                JSON.objectNode().put("_id", kept.id().value()).put("rid", roomId.value())));
        return new Told(type, roomId.value(), body);
    }

    private static Told gone(String type, String member, String id) {
        ObjectNode body = JSON.objectNode();
        body.putObject(member).put("_id", id);
        return new Told(type, id, body);
    }

    private static Told erased(Landed landed, Event.VisitorErased erased) {
        ObjectNode body = JSON.objectNode();
        erased.id().ifPresent(id -> body.putObject("visitor").put("_id", id.value()));
        List<RoomId> rooms = erased.rooms();
        rooms.forEach(room -> body.withArray("rooms").add(room.value()));
        String subject =
                erased.id().map(VisitorId::value).orElse(landed.asked().id().value());
        return new Told(WireType.VISITOR_ERASED, subject, body);
    }

    private static Told refused(Landed landed, Event.RequestRefused refused) {
        String requestId = landed.asked().id().value();
        ObjectNode body = JSON.objectNode();
        body.putObject("request")
                .put("id", requestId)
                .put("type", RequestBodies.type(landed.asked().request()));
        body.put("error", refused.refusal().code());
        String subject = refused.visitorId().map(VisitorId::value).orElse(requestId);
        return new Told(WireType.REQUEST_REFUSED, subject, body);
    }
}
