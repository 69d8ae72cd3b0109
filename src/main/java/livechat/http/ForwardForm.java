package livechat.http;

import java.util.Optional;
import livechat.log.Ids;
import livechat.log.MessageText;
import livechat.room.Agent;
import livechat.room.Author;
import livechat.room.Department;
import livechat.room.MessagePosted;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomAddress;
import livechat.room.RoomId;
import livechat.room.TransferRequested;
import livechat.room.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The body that sends a room to another agent or to a department.
 *
 * @param comment for whoever serves the room next; becomes a message of the system, as upstream's
 */
record ForwardForm(
        @Nullable String roomId,
        @Nullable String userId,
        @Nullable String departmentId,
        @Nullable String comment) implements RoomForm {

    /** Upstream's own voice; its id has a dot there, which ids here have not. */
    private static final Author NARRATOR = new Author.OfSystem(
            "livechat_transfer_history", Optional.of(new Agent("rocket-cat", "rocket.cat")), false, false);

    @Override
    public RoomId room() {
        return RoomForm.room("roomId", roomId);
    }

    @Override
    public Request request(Staff staff, RequestId id) {
        wording();
        Optional<Department> department = Optional.ofNullable(departmentId).map(staff::department);
        Optional<Agent> agent =
                departmentId != null && userId == null ? Optional.empty() : Optional.of(staff.receiving(userId));
        return new TransferRequested(RoomAddress.of(room()), department, agent);
    }

    @Override
    public Optional<Request> sequel(RequestId id) {
        return wording()
                .map(said -> new MessagePosted(
                        RoomAddress.of(room()), Ids.messageId(room(), id), NARRATOR, said, Optional.empty()));
    }

    /** Looked at before anything is asked: a room is not sent on when half of what was said would be refused. */
    private Optional<Wording> wording() {
        return RoomForm.said(comment)
                .map(text -> RoomForm.checked(() -> {
                    if (text.length() > Wording.MAX_LENGTH) {
                        throw new IllegalArgumentException(
                                "a comment has at most " + Wording.MAX_LENGTH + " characters");
                    }
                    return MessageText.plain(text);
                }));
    }

    @Override
    public String ifClosed() {
        return "This_conversation_is_already_closed";
    }
}
