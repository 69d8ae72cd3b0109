package livechat.room;

/** Names a visitor; minted at the edge, never in the fold. */
public record VisitorId(String value) {

    public VisitorId {
        Id.checked("a visitor id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
