package livechat.room;

import java.util.Optional;

/**
 * The visitor wants a room: the open one, or a new one under the ids that the edge has drawn for it.
 *
 * @param source absent when the asker names none
 */
public record RoomRequested(Token token, RoomId roomId, VisitorId visitorId, Optional<Source> source)
        implements Request {

    @Override
    public String content() {
        return "room";
    }
}
