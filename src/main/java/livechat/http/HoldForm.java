package livechat.http;

import livechat.room.HoldRequested;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomAddress;
import livechat.room.RoomId;
import org.jspecify.annotations.Nullable;

/** The body that puts a room on hold. */
record HoldForm(@Nullable String roomId) implements RoomForm {

    @Override
    public RoomId room() {
        return RoomForm.room("roomId", roomId);
    }

    @Override
    public Request request(Staff staff, RequestId id) {
        return new HoldRequested(RoomAddress.of(room()));
    }

    @Override
    public String ifClosed() {
        return "error-room-already-closed";
    }
}
