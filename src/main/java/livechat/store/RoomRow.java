package livechat.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.ByteBuffer;
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

    /** A closed room is kept for a time, so its row says first since when it is closed. */
    static byte[] write(RoomRow row) {
        byte[] bytes = RowCodec.write(row);
        return switch (row) {
            case Open _ -> bytes;
            case Closed closed ->
                Since.of(closed.room())
                        .put(ByteBuffer.allocate(Since.BYTES + bytes.length))
                        .put(bytes)
                        .array();
        };
    }

    static RoomRow read(byte[] row) {
        return RowCodec.read(row, Since.isAt(row) ? Since.BYTES : 0, RoomRow.class);
    }
}
