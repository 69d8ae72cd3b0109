package livechat.log;

import java.util.ArrayList;
import java.util.List;
import livechat.room.Decision;
import livechat.room.Event;
import livechat.room.KnownVisitor;
import livechat.room.Landed;
import livechat.room.NoRoom;
import livechat.room.Position;
import livechat.room.Room;
import livechat.room.VisitorId;
import org.apache.kafka.common.header.Headers;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Decisions as the world reads them: a record per event, and the room as it is now. No token gets past this class. */
public final class ResultCodec {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ResultCodec() {}

    /** What one event says, and about whom. */
    private record Told(String type, String subject, ObjectNode body) {}

    /** In the order in which they are published. */
    public static List<Publication> publications(Landed landed, Decision decision) {
        List<Publication> publications = new ArrayList<>();
        for (Event event : decision.events()) {
            Told told = told(landed, event);
            publications.add(publication(Topics.EVENTS, landed, told, String.valueOf(publications.size())));
        }
        if (decision.isChange() && decision.room() != NoRoom.INSTANCE) {
            publications.add(publication(Topics.ROOMS, landed, room(decision.room()), "room"));
        }
        return publications;
    }

    /** The offset of the request that a published record comes from. */
    public static long position(Headers headers) {
        return Long.parseLong(CloudEvents.required(headers, CloudEvents.POSITION));
    }

    private static Told told(Landed landed, Event event) {
        return switch (event) {
            case Event.VisitorRegistered registered -> aboutVisitor(WireType.VISITOR_REGISTERED, registered.visitor());
            case Event.VisitorUpdated updated -> aboutVisitor(WireType.VISITOR_UPDATED, updated.visitor());
            case Event.RoomCreated created -> aboutRoom(WireType.ROOM_CREATED, created.room());
            case Event.AgentAssigned assigned -> aboutRoom(WireType.AGENT_ASSIGNED, assigned.room());
            case Event.RoomClosed closed -> aboutRoom(WireType.ROOM_CLOSED, closed.room());
            case Event.RequestRefused refused -> refused(landed, refused);
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

    private static Told room(Room room) {
        ObjectNode document = RoomDocument.forEveryone(room);
        return new Told(WireType.ROOM, document.get("_id").stringValue(), document);
    }

    private static Told refused(Landed landed, Event.RequestRefused refused) {
        String requestId = landed.asked().id().value();
        ObjectNode body = JSON.objectNode();
        body.putObject("request")
                .put("id", requestId)
                .put("type", RequestCodec.type(landed.asked().request()));
        body.put("error", refused.refusal().code());
        String subject = refused.visitorId().map(VisitorId::value).orElse(requestId);
        return new Told(WireType.REQUEST_REFUSED, subject, body);
    }

    /** The id is the request's position and an index: unique whatever ids clients choose, and the same in every replay. */
    private static Publication publication(Topic<byte[], Placed> topic, Landed landed, Told told, String index) {
        Position at = landed.at();
        String id = at.partition() + "-" + at.offset() + "-" + index;
        Headers headers = CloudEvents.headers(id, told.type(), landed.asked().time());
        CloudEvents.put(headers, CloudEvents.SUBJECT, told.subject());
        CloudEvents.put(headers, CloudEvents.REQUEST_ID, landed.asked().id().value());
        CloudEvents.put(headers, CloudEvents.POSITION, String.valueOf(at.offset()));
        landed.asked().trace().ifPresent(trace -> CloudEvents.put(headers, CloudEvents.TRACEPARENT, trace));
        return Publication.of(topic, told.subject(), headers, told.body());
    }
}
