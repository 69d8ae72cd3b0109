package livechat.room;

/** Whoever wrote a message wants it to say something else. */
public record MessageEditRequested(RoomAddress room, MessageId messageId, Author author, Wording wording)
        implements MessageRequest {

    @Override
    public String content() {
        return "edit " + room.roomId() + " " + messageId + " " + Digest.of(author + "\n" + wording);
    }
}
