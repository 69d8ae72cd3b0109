package livechat.room;

import java.time.Instant;

/**
 * How far the talk in a room is.
 *
 * @param lastMessageAt upstream's lm; the room's creation while there is no message
 * @param users upstream's usersCount: the visitor, and one for each assignment of an agent
 */
public record Conversation(Instant lastMessageAt, int messages, int users, boolean waitingResponse) {

    static Conversation begun(Instant time) {
        return new Conversation(time, 0, 1, true);
    }

    Conversation joined() {
        return new Conversation(lastMessageAt, messages, users + 1, waitingResponse);
    }
}
