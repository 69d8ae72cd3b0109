package livechat.log;

import java.util.ArrayList;
import java.util.List;
import livechat.room.Decision;
import livechat.room.Event;
import livechat.room.Landed;
import livechat.room.NoRoom;
import livechat.room.Position;
import livechat.room.RoomId;
import org.apache.kafka.common.header.Headers;

/** Decisions as the world reads them: a record per event, and the room as it is now. No token gets past this class. */
public final class ResultCodec {

    private ResultCodec() {}

    /** In the order in which they are published. */
    public static List<Publication> publications(Landed landed, Decision decision) {
        List<Publication> publications = new ArrayList<>();
        List<Publication> tombstones = new ArrayList<>();
        for (Event event : decision.events()) {
            Told told = Told.of(landed, event);
            publications.add(publication(Topics.EVENTS, landed, told, String.valueOf(publications.size())));
            if (event instanceof Event.VisitorErased erased) {
                erased.rooms().forEach(room -> tombstones.add(tombstone(landed, room)));
            }
        }
        if (decision.isChange() && decision.room() != NoRoom.INSTANCE) {
            publications.add(publication(Topics.ROOMS, landed, Told.room(decision.room()), "room"));
        }
        publications.addAll(tombstones);
        return publications;
    }

    /** The offset of the request that a published record comes from. */
    public static long position(Headers headers) {
        return Long.parseLong(CloudEvents.required(headers, CloudEvents.POSITION));
    }

    /** The id is the request's position and an index: unique whatever ids clients choose, and the same in every replay. */
    private static Publication publication(Topic<byte[], Placed> topic, Landed landed, Told told, String index) {
        return Publication.of(topic, told.subject(), headers(landed, told.type(), told.subject(), index), told.body());
    }

    /** Compaction leaves nothing else of a room under its id. */
    private static Publication tombstone(Landed landed, RoomId room) {
        String id = room.value();
        return Publication.tombstone(Topics.ROOMS, id, headers(landed, WireType.ROOM, id, id));
    }

    private static Headers headers(Landed landed, String type, String subject, String index) {
        Position at = landed.at();
        String id = at.partition() + "-" + at.offset() + "-" + index;
        Headers headers = CloudEvents.headers(id, type, landed.asked().time());
        CloudEvents.put(headers, CloudEvents.SUBJECT, subject);
        CloudEvents.put(headers, CloudEvents.REQUEST_ID, landed.asked().id().value());
        CloudEvents.put(headers, CloudEvents.POSITION, String.valueOf(at.offset()));
        landed.asked().trace().ifPresent(trace -> CloudEvents.put(headers, CloudEvents.TRACEPARENT, trace));
        return headers;
    }
}
