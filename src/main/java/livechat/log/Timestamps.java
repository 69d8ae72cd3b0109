package livechat.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as upstream writes them: UTC, always with three digits of milliseconds. */
final class Timestamps {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Timestamps() {}

    static String text(Instant time) {
        return FORM.format(time);
    }

    /** Java reads years that it cannot write, and between some of them lie more milliseconds than it can count. */
    static Instant read(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
            throw new IllegalArgumentException("a time outside of the years 1970 to 9999");
        }
        return time;
    }
}
