package livechat.http;

import java.util.List;
import livechat.room.Agent;
import livechat.room.CloseRequested;
import livechat.room.Closing;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomAddress;
import livechat.room.RoomId;
import org.jspecify.annotations.Nullable;

/** The body with which an agent closes a room. */
record AgentCloseForm(
        @Nullable String rid,
        @Nullable String userId,
        @Nullable String comment,
        @Nullable List<String> tags) implements RoomForm {

    @Override
    public RoomId room() {
        return RoomForm.room("rid", rid);
    }

    @Override
    public Request request(Staff staff, RequestId id) {
        Agent agent = staff.speaking(userId);
        return RoomForm.checked(() -> new CloseRequested(
                RoomAddress.of(room()),
                new Closing(
                        new Closing.Closer.ByAgent(agent), RoomForm.said(comment), tags == null ? List.of() : tags)));
    }

    @Override
    public String ifClosed() {
        return "error-room-closed";
    }
}
