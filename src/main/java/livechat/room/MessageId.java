package livechat.room;

/** Names a message within its room; minted by whoever writes it. */
public record MessageId(String value) {

    public MessageId {
        Id.checked("a message id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
