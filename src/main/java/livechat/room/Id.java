package livechat.room;

import java.util.regex.Pattern;

/** The form that ids share, ours and those that come from elsewhere. */
final class Id {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Id() {}

    static String checked(String what, String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " has 1 to 64 characters of A-Z, a-z, 0-9, _ and -");
        }
        return value;
    }
}
