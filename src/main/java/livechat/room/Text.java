package livechat.room;

import java.nio.charset.StandardCharsets;

/** The form of what people write about themselves: bounded, one line, whole characters. */
final class Text {

    /** In characters; names and addresses that people have are shorter. */
    static final int MAX_LENGTH = 256;

    private Text() {}

    static String checked(String what, String value) {
        if (value.isBlank()
                || value.length() > MAX_LENGTH
                || value.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new IllegalArgumentException(what + " has 1 to " + MAX_LENGTH + " characters in one line");
        }
        return value;
    }
}
