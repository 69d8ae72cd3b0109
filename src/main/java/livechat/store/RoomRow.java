package livechat.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import livechat.room.ClosedRoom;
import livechat.room.Token;

/** What is kept under a room's id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RoomRow.Open.class, name = "open"),
    @JsonSubTypes.Type(value = RoomRow.Closed.class, name = "closed")
})
sealed interface RoomRow {

    /** Whose open room it is: it is kept whole in that visitor's row. */
    record Open(Token token) implements RoomRow {}

    record Closed(ClosedRoom room) implements RoomRow {}
}
