package livechat.room;

import java.nio.charset.StandardCharsets;

/** A visitor's bearer secret and the key of the request log; it prints as nothing, so that no log line can leak it. */
public record Token(String value) implements LogKey {

    /** The longest token in bytes of UTF-8; upstream's clients invent 17 to 64 characters. */
    public static final int MAX_BYTES = 256;

    public Token {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a token has 1 to " + MAX_BYTES + " bytes and no control characters");
        }
    }

    /** Half a surrogate pair would be written as '?', and two visitors would share a key. */
    private static boolean isWellFormed(String value) {
        return !value.isEmpty()
                && value.length() <= MAX_BYTES
                && value.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(value)
                && value.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    @Override
    public String toString() {
        return "Token[hidden]";
    }
}
