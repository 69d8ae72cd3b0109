package livechat.room;

/** What is asked of the log. Whatever is uncertain about it was settled before it was written. */
public sealed interface Request permits RoomRequest, VisitorRequest, ReadRequested {

    LogKey key();

    /** What was asked, without what the edge added: one request id stands for one content. */
    String content();

    /** Whether a retry is told by the request id; what is told by an id or a time of its own need not be remembered. */
    default boolean isRemembered() {
        return true;
    }

    /** Whether the rows are worth a look before this is written: what they say would be refused need not be on the log. */
    default boolean isOftenRefused() {
        return true;
    }
}
