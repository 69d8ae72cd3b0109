package livechat.http;

import livechat.room.AssignmentRequested;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomAddress;
import livechat.room.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * The body with which an agent takes a room from the queue.
 *
 * @param inquiryId upstream's name for a room that waits; here it is the room's id
 */
record TakeForm(
        @Nullable String inquiryId,
        @Nullable String roomId,
        @Nullable String userId) implements RoomForm {

    @Override
    public RoomId room() {
        if (inquiryId != null && roomId != null && !inquiryId.equals(roomId)) {
            throw BadRequest.invalidParams("not the same room as roomId", "inquiryId");
        }
        return RoomForm.room("inquiryId", inquiryId == null ? roomId : inquiryId);
    }

    @Override
    public Request request(Staff staff, RequestId id) {
        return new AssignmentRequested(RoomAddress.of(room()), staff.receiving(userId), true);
    }
}
