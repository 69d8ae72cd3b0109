package livechat.http;

import java.util.Optional;
import java.util.function.Supplier;
import livechat.room.Refusal;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomId;
import org.jspecify.annotations.Nullable;

/** A body with which the platform asks something of one room, which it names by its id alone. */
interface RoomForm {

    /** Where it says so; the request's place on the log. */
    RoomId room();

    /**
     * What it asks for.
     *
     * @param id the request's: whatever has to be drawn is drawn from it, to be the same at each try
     * @throws BadRequest when it names somebody who is not there, or says something that is not well-formed
     */
    Request request(Staff staff, RequestId id);

    /** A second request, which follows when the first has happened. */
    default Optional<Request> sequel(RequestId id) {
        return Optional.empty();
    }

    /** Upstream has other words here than for visitors, and several for a room that is over. */
    default BadRequest inItsWords(BadRequest refusal) {
        String code = refusal.code();
        if (code.equals(Refusal.INVALID_ROOM.code())) {
            return BadRequest.of("error-invalid-room");
        }
        return code.equals(Refusal.ROOM_CLOSED.code()) ? BadRequest.of(ifClosed()) : refusal;
    }

    default String ifClosed() {
        return Refusal.ROOM_CLOSED.code();
    }

    static RoomId room(String member, @Nullable String id) {
        String text = JsonBody.required(member, id);
        try {
            return new RoomId(text);
        } catch (IllegalArgumentException malformed) {
            throw BadRequest.of("error-invalid-room");
        }
    }

    static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text).filter(something -> !something.isBlank());
    }

    /** The rules' own words: they name what is wrong, and never the value. */
    static <T> T checked(Supplier<T> words) {
        try {
            return words.get();
        } catch (IllegalArgumentException malformed) {
            throw BadRequest.invalidParams(String.valueOf(malformed.getMessage()));
        }
    }
}
