package livechat.room;

/** What a visitor asks of the log. Whatever is uncertain about it was settled before it was written. */
public sealed interface Request permits RoomRequest, RegistrationRequested, ReadRequested {

    /** Whose room it is about; the key of the log. */
    Token token();

    /** What the client asked, without what the edge added: one request id stands for one content. */
    String content();
}
