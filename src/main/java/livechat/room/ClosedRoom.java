package livechat.room;

import java.time.Duration;
import java.time.Instant;

/**
 * A room that is over; it says so rather than being gone.
 *
 * @param was the room as it was left
 */
public record ClosedRoom(OpenRoom was, Instant closedAt, Closer closer) implements Room {

    /** Who closed it. */
    public enum Closer {
        VISITOR
    }

    public Duration duration() {
        return Duration.between(was.ts(), closedAt);
    }

    @Override
    public Decision answer(Landed landed, Visitor visitor) {
        return switch (landed.asked().request()) {
            case RoomRequested _ -> Decision.refused(Refusal.INVALID_ROOM, visitor);
            case CloseRequested _ -> Decision.refused(Refusal.ROOM_CLOSED, visitor);
        };
    }
}
