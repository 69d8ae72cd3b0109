package livechat.room;

import java.util.Optional;

/**
 * A message as it is kept next to its room.
 *
 * @param number its place among all messages of the room, from 1
 * @param content what was posted under its id
 * @param message absent once it is deleted: the id stays taken
 */
public record KeptMessage(long number, MessageId id, String content, Optional<Message> message) {

    /** Messages kept of one room, the newest: more than people read back, and a bound for what one room may take. */
    public static final int MAX_PER_ROOM = 1000;

    KeptMessage with(Optional<Message> now) {
        return new KeptMessage(number, id, content, now);
    }
}
