package livechat.room;

/** Somebody wants this room closed. */
public record CloseRequested(RoomAddress room, Closing closing) implements AddressedRequest {

    /** The visitor's own wish. */
    public CloseRequested(Token token, RoomId roomId) {
        this(RoomAddress.of(token, roomId), Closing.BY_VISITOR);
    }

    /** A digest where there is more than the visitor's wish: what is remembered holds no personal data. */
    @Override
    public String content() {
        String wish = "close " + room.roomId();
        return closing.equals(Closing.BY_VISITOR) ? wish : wish + " " + Digest.of(closing.toString());
    }
}
