package livechat.room;

import java.util.Optional;

/**
 * The visitor wants a room: the open one, or a new one under the ids that the edge has drawn for it.
 *
 * @param source absent when the asker names none
 * @param agent who serves a room that is created by this; absent when none was asked for or that one is away
 */
public record RoomRequested(
        Token token,
        RoomId roomId,
        VisitorId visitorId,
        Optional<Source> source,
        Optional<Agent> agent,
        UnknownToken unknownToken)
        implements RoomRequest {

    @Override
    public LogKey key() {
        return token;
    }

    /** Whether the agent is there may change between two tries of one request. */
    @Override
    public String content() {
        return "room";
    }

    /** Where visitors need not register, only those are refused who change their rooms all the time. */
    @Override
    public boolean isOftenRefused() {
        return unknownToken == UnknownToken.REJECT;
    }
}
