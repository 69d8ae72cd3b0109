package livechat.room;

/** The agent waits for the visitor, who has time. */
public record HoldRequested(RoomAddress room) implements ServiceRequest {

    @Override
    public String content() {
        return "hold " + room.roomId();
    }
}
