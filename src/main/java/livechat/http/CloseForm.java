package livechat.http;

import livechat.room.CloseRequested;
import livechat.room.RoomId;
import org.jspecify.annotations.Nullable;

/** The body of a close, as a client sends it. */
record CloseForm(@Nullable String rid, @Nullable String token) {

    CloseRequested request() {
        return new CloseRequested(RoomQuery.token(token), roomId());
    }

    private RoomId roomId() {
        if (rid == null) {
            throw BadRequest.invalidParams("missing key", "rid");
        }
        try {
            return new RoomId(rid);
        } catch (IllegalArgumentException malformed) {
            throw BadRequest.of("invalid-room");
        }
    }
}
