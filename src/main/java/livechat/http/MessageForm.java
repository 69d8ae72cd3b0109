package livechat.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import livechat.log.Ids;
import livechat.log.MessageText;
import livechat.room.Author;
import livechat.room.MessageEditRequested;
import livechat.room.MessageId;
import livechat.room.MessagePosted;
import livechat.room.RequestId;
import livechat.room.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The body of a message, as a client sends it.
 *
 * @param id the client's own name for a new message
 * @param agent whom upstream would have serve a room that does not exist yet; here it exists, so nobody looks at it
 */
record MessageForm(
        @Nullable String token,
        @Nullable String rid,
        @Nullable String msg,
        @JsonProperty("_id") @Nullable String id,
        @Nullable Agent agent) {

    /** As upstream's clients name one. */
    record Agent(@Nullable String agentId, @Nullable String username) {}

    /** The body of a change of a message; the path says of which. */
    record Edit(
            @Nullable String token,
            @Nullable String rid,
            @Nullable String msg) {

        MessageEditRequested request(MessageId id) {
            OwnRoom room = OwnRoom.of(token, rid);
            return new MessageEditRequested(room.address(), id, new Author.OfVisitor(), wording(msg));
        }

        OwnRoom room() {
            return OwnRoom.of(token, rid);
        }
    }

    OwnRoom room() {
        return OwnRoom.of(token, rid);
    }

    /** Without a name of the client's it gets one from the request, so that a retry is no second message. */
    MessagePosted request(RequestId request) {
        OwnRoom room = room();
        MessageId messageId = id == null ? Ids.messageId(room.token(), request) : named(id);
        return new MessagePosted(room.address(), messageId, new Author.OfVisitor(), wording(msg), Optional.empty());
    }

    private static MessageId named(String id) {
        try {
            return new MessageId(id);
        } catch (IllegalArgumentException malformed) {
            throw BadRequest.invalidParams("malformed value", "_id");
        }
    }

    private static Wording wording(@Nullable String msg) {
        try {
            return MessageText.plain(JsonBody.required("msg", msg));
        } catch (IllegalArgumentException malformed) {
            throw BadRequest.invalidParams(String.valueOf(malformed.getMessage()));
        }
    }
}
