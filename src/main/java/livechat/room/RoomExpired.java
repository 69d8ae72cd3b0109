package livechat.room;

import java.time.Instant;

/**
 * A room has been closed for as long as closed rooms are kept.
 *
 * @param closedAt when it was closed; one that was closed at another time stays
 */
public record RoomExpired(RoomAddress room, Instant closedAt) implements AddressedRequest {

    @Override
    public String content() {
        return "room expired " + room.roomId() + " " + closedAt;
    }

    /** It is told by the time that it names, and is no sign of life of the visitor. */
    @Override
    public boolean isRemembered() {
        return false;
    }
}
