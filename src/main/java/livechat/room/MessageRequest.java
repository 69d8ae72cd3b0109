package livechat.room;

/** A request about one message of a room. */
public sealed interface MessageRequest extends AddressedRequest
        permits MessagePosted, MessageEditRequested, MessageDeletionRequested {

    MessageId messageId();
}
