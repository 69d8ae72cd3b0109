package livechat.room;

/** The visitor has come or gone. */
public record VisitorStatusReported(Token token, RoomVisitor.Status status) implements VisitorRequest {

    @Override
    public LogKey key() {
        return token;
    }

    @Override
    public String content() {
        return "status " + status;
    }
}
