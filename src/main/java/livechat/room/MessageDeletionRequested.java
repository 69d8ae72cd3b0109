package livechat.room;

/** Whoever wrote a message wants it gone. */
public record MessageDeletionRequested(RoomAddress room, MessageId messageId, Author author) implements MessageRequest {

    @Override
    public String content() {
        return "delete " + room.roomId() + " " + messageId + " " + Digest.of(author.toString());
    }
}
