package livechat.room;

/** The room is no longer on hold. */
public record ResumeRequested(RoomAddress room) implements ServiceRequest {

    @Override
    public String content() {
        return "resume " + room.roomId();
    }
}
