package livechat.room;

/**
 * All that is known of a visitor is to be removed.
 *
 * @param key the visitor's token, or the id of any room of theirs that is still kept
 */
public record ErasureRequested(LogKey key) implements VisitorRequest {

    @Override
    public String content() {
        return "erasure";
    }
}
