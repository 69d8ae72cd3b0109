package livechat.room;

import java.time.Instant;

/**
 * A visitor without rooms has not been seen for as long as such visitors are kept.
 *
 * @param seenAt when they were last seen; who was seen since stays
 */
public record VisitorExpired(Token token, Instant seenAt) implements VisitorRequest {

    @Override
    public LogKey key() {
        return token;
    }

    @Override
    public String content() {
        return "visitor expired " + seenAt;
    }

    /** It is told by the time that it names, and what is forgotten remembers nothing. */
    @Override
    public boolean isRemembered() {
        return false;
    }
}
