package livechat.room;

/** The visitor wants this room closed. */
public record CloseRequested(Token token, RoomId roomId) implements Request {

    @Override
    public String content() {
        return "close " + roomId;
    }
}
