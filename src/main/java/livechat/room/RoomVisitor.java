package livechat.room;

/** The visitor as a room shows them. */
public record RoomVisitor(VisitorId id, String username, Token token, Status status) {

    /** Whether the visitor is there; the names are upstream's. */
    public enum Status {
        ONLINE,
        AWAY,
        BUSY,
        OFFLINE
    }

    static RoomVisitor of(KnownVisitor visitor) {
        return new RoomVisitor(visitor.id(), visitor.username(), visitor.token(), Status.ONLINE);
    }

    RoomVisitor with(Status now) {
        return new RoomVisitor(id, username, token, now);
    }
}
