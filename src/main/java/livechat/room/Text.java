package livechat.room;

import java.nio.charset.StandardCharsets;

/** The form of what people write about themselves: bounded, one line, whole characters. */
final class Text {

    /** In characters; names and addresses that people have are shorter. */
    static final int MAX_LENGTH = 256;

    /** In characters, of what is longer than a name: a comment, an answer to a question. */
    static final int MAX_LINES_LENGTH = 1000;

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

    static String checkedLines(String what, String value) {
        if (value.isBlank() || value.length() > MAX_LINES_LENGTH || !isWhole(value)) {
            throw new IllegalArgumentException(what + " has 1 to " + MAX_LINES_LENGTH + " characters");
        }
        return value;
    }

    /** Whole characters, and of the control characters only breaks. */
    static boolean isWhole(String value) {
        return value.chars().noneMatch(Text::isUnwanted)
                && StandardCharsets.UTF_8.newEncoder().canEncode(value);
    }

    private static boolean isUnwanted(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
