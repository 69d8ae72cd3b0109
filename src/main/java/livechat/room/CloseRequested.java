package livechat.room;

/** The visitor wants this room closed. */
public record CloseRequested(Token token, RoomId roomId) implements RoomRequest {

    @Override
    public String content() {
        return "close " + roomId;
    }
}
