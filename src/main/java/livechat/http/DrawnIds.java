package livechat.http;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;
import livechat.log.Ids;
import livechat.room.MessageId;
import livechat.room.RequestId;
import livechat.room.RoomId;

/** Ids that follow from the request's, so that one that is asked again is told by them. */
final class DrawnIds {

    private DrawnIds() {}

    /** Whoever knows the request's id may know this one: it gives access to nothing. */
    static MessageId messageId(RoomId room, RequestId request) {
        UUID digest = UUID.nameUUIDFromBytes(request.value().getBytes(StandardCharsets.UTF_8));
        return new Ids(new SplittableRandom(digest.getMostSignificantBits())).messageId(room);
    }

    /** Of the request that follows this one. */
    static RequestId next(RoomId room, RequestId request) {
        return RequestId.of(room, request.value());
    }
}
