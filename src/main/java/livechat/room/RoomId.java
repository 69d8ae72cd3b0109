package livechat.room;

/** Names a room; minted at the edge, never in the fold. */
public record RoomId(String value) implements LogKey {

    public RoomId {
        Id.checked("a room id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
