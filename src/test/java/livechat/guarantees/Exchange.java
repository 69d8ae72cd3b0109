package livechat.guarantees;

import org.jspecify.annotations.Nullable;

/**
 * A request and its answer, as a visitor's client saw them.
 *
 * @param roomId the room that was got, created or closed; null when the status is not 200
 */
public record Exchange(
        Kind kind, String token, int status, @Nullable String roomId, boolean newRoom) {

    public enum Kind {
        ROOM,
        CLOSE
    }

    boolean isAnswered() {
        return status == 200;
    }
}
