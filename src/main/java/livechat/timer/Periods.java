package livechat.timer;

import java.time.Duration;
import java.util.Optional;

/**
 * How long things may stay as they are; absent is for ever.
 *
 * @param idle an open room without a sign of life of its visitor
 * @param closedRoom a room that is over
 * @param visitor a visitor without rooms
 */
record Periods(Optional<Duration> idle, Optional<Duration> closedRoom, Optional<Duration> visitor) {

    Periods {
        check("livechat.room.idle-close-after", idle);
        check("livechat.room.retention", closedRoom);
        check("livechat.visitor.retention", visitor);
    }

    private static void check(String name, Optional<Duration> period) {
        if (period.filter(Duration::isPositive).isEmpty() && period.isPresent()) {
            throw new IllegalArgumentException(name + " has to be positive, or absent: " + period.get());
        }
    }
}
