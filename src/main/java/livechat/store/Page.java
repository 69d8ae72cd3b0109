package livechat.store;

import java.util.List;
import java.util.Optional;
import livechat.room.ClosedRoom;
import livechat.room.Visitor;
import org.apache.kafka.common.utils.Bytes;

/**
 * A few of a partition's rows.
 *
 * @param next where the following ones begin; absent when these are the last
 */
public record Page(List<Visitor> visitors, List<ClosedRoom> closedRooms, Optional<Place> next) {

    public Page {
        visitors = List.copyOf(visitors);
        closedRooms = List.copyOf(closedRooms);
    }

    /** A place among the rows. Its own form, since it holds a secret: what is printed shows nothing. */
    public static final class Place {

        public static final Place START = new Place(Keys.FIRST_ROOM);

        private final Bytes key;

        Place(Bytes key) {
            this.key = key;
        }

        Bytes key() {
            return key;
        }
    }
}
