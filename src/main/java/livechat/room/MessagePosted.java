package livechat.room;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Somebody has written a message, or something has happened that a message tells.
 *
 * @param ts when it was written; when the edge took it if absent
 */
public record MessagePosted(RoomAddress room, MessageId messageId, Author author, Wording wording, Optional<Instant> ts)
        implements MessageRequest {

    public MessagePosted {
        ts = ts.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public String content() {
        return "message " + messageId + " "
                + Digest.of(List.of(room.roomId(), author, wording, ts).toString());
    }

    /** It is told by its message id for as long as the message is kept. */
    @Override
    public boolean isRemembered() {
        return false;
    }
}
