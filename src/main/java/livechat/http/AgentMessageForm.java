package livechat.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import livechat.log.Ids;
import livechat.log.MessageText;
import livechat.room.Author;
import livechat.room.MessageId;
import livechat.room.MessagePosted;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomAddress;
import livechat.room.RoomId;
import livechat.room.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The body with which an agent writes into a room.
 *
 * @param id the message's, chosen by the caller; drawn if absent
 */
record AgentMessageForm(
        @Nullable String rid,
        @Nullable String userId,
        @Nullable String msg,
        @JsonProperty("_id") @Nullable String id) implements RoomForm {

    @Override
    public RoomId room() {
        return RoomForm.room("rid", rid);
    }

    @Override
    public Request request(Staff staff, RequestId request) {
        Author author = new Author.OfAgent(staff.speaking(userId));
        String text = RoomForm.said(JsonBody.required("msg", msg))
                .orElseThrow(() -> BadRequest.invalidParams("blank", "msg"));
        return RoomForm.checked(() -> {
            MessageId messageId = id == null ? Ids.messageId(room(), request) : new MessageId(id);
            Wording wording = MessageText.plain(text);
            return new MessagePosted(RoomAddress.of(room()), messageId, author, wording, Optional.empty());
        });
    }
}
