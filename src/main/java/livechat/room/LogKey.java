package livechat.room;

/** What a request lies under on the log: its visitor's token, or the id of a room of theirs. */
public sealed interface LogKey permits Token, RoomId {

    String value();
}
