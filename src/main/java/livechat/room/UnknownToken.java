package livechat.room;

/** What becomes of a visitor whom nobody has seen; the edge writes the choice into the request. */
public enum UnknownToken {
    /** A guest is registered and gets a room. */
    GUEST,
    /** Visitors have to register first, as upstream asks. */
    REJECT
}
