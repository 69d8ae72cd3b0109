package livechat.http;

import java.util.Optional;
import java.util.Set;
import livechat.room.OpenRoom;
import livechat.room.Room;
import livechat.room.Token;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor asks for.
 *
 * @param rid the room it has to be; as the client sent it
 * @param agentId who should serve the room if it is new; as the client sent it
 */
record RoomQuery(Token token, Optional<String> rid, Optional<String> agentId) {

    private static final Set<String> KEYS = Set.of("token", "rid", "agentId");

    static RoomQuery of(@Nullable String query) {
        QueryParameters parameters = QueryParameters.parse(query, KEYS);
        return new RoomQuery(
                token(parameters.get("token")), said(parameters.get("rid")), said(parameters.get("agentId")));
    }

    private static Optional<String> said(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    static Token token(@Nullable String value) {
        try {
            return new Token(value == null ? "" : value);
        } catch (IllegalArgumentException malformed) {
            throw BadRequest.invalidToken();
        }
    }

    /** The visitor's room, if it is the one that was asked for; no other can be told from none. */
    OpenRoom asked(Room room) {
        if (room instanceof OpenRoom open && isAnsweredBy(open)) {
            return open;
        }
        throw BadRequest.of("invalid-room");
    }

    /** Whether this is an open room, and the one that was asked for if one was. */
    boolean isAnsweredBy(Room room) {
        return room instanceof OpenRoom open
                && rid.filter(id -> !id.equals(open.id().value())).isEmpty();
    }
}
