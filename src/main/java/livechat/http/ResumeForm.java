package livechat.http;

import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.ResumeRequested;
import livechat.room.RoomAddress;
import livechat.room.RoomId;
import org.jspecify.annotations.Nullable;

/** The body that takes a room off hold. */
record ResumeForm(@Nullable String roomId) implements RoomForm {

    @Override
    public RoomId room() {
        return RoomForm.room("roomId", roomId);
    }

    @Override
    public Request request(Staff staff, RequestId id) {
        return new ResumeRequested(RoomAddress.of(room()));
    }
}
