package livechat.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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
        return Duration.between(was.origin().ts(), closedAt);
    }

    /** How long an agent served it; absent when none did. */
    public Optional<Duration> serviceTime() {
        return was.servedBy().map(served -> Duration.between(served.ts(), closedAt));
    }

    @Override
    public Decision answer(RoomRequest request, Landed landed, Visitor visitor) {
        return switch (request) {
            case RoomRequested _ -> Decision.refused(Refusal.INVALID_ROOM, visitor);
            case CloseRequested _ -> Decision.refused(Refusal.ROOM_CLOSED, visitor);
        };
    }
}
