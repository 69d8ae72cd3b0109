package livechat.room;

/** Something is to be noted of the room. */
public record RoomInfoRequested(RoomAddress room, InfoChange change) implements InfoRequest {

    @Override
    public String content() {
        return "info " + room.roomId() + " " + Digest.of(change.toString());
    }
}
