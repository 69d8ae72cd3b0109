package livechat.room;

/** The form that ids share, ours and those that come from elsewhere. */
final class Id {

    private static final int MAX_LENGTH = 64;

    private Id() {}

    static String checked(String what, String value) {
        if (!isWellFormed(value, 1)) {
            throw new IllegalArgumentException(what + " has 1 to 64 characters of A-Z, a-z, 0-9, _ and -");
        }
        return value;
    }

    /** By hand, since each request has several: a regular expression took as long as the decision. */
    static boolean isWellFormed(String value, int minLength) {
        boolean isWellFormed = value.length() >= minLength && value.length() <= MAX_LENGTH;
        for (int i = 0; isWellFormed && i < value.length(); i++) {
            char c = value.charAt(i);
            isWellFormed = isIn('a', c, 'z') || isIn('A', c, 'Z') || isIn('0', c, '9') || c == '_' || c == '-';
        }
        return isWellFormed;
    }

    private static boolean isIn(char first, char c, char last) {
        return first <= c && c <= last;
    }
}
