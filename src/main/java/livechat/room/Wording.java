package livechat.room;

/**
 * What a message says; personal data.
 *
 * @param extras a JSON object of further members that are shown as they came: md, urls, mentions, channels and their like
 */
public record Wording(String msg, String extras) {

    /** In characters: upstream's own limit. */
    public static final int MAX_LENGTH = 5000;

    /** In characters: a parsed text is some times as long as the text. The last message is in its visitor's row. */
    public static final int MAX_EXTRAS = 4 * MAX_LENGTH;

    public Wording {
        if (!Text.isWhole(msg) || !Text.isWhole(extras)) {
            throw new IllegalArgumentException(
                    "a message is whole characters, and of the control characters only breaks");
        }
    }

    boolean isTooLong() {
        return msg.length() > MAX_LENGTH || extras.length() > MAX_EXTRAS;
    }
}
