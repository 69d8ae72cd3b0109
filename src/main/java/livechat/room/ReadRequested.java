package livechat.room;

/** A mark on the log that changes nothing: whoever has folded it knows all that was asked before. */
public record ReadRequested(LogKey key) implements Request {

    @Override
    public String content() {
        return "read";
    }

    @Override
    public boolean isRemembered() {
        return false;
    }
}
