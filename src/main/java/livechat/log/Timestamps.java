package livechat.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as upstream writes them: UTC, always with three digits of milliseconds. */
final class Timestamps {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** What belongs to one request has the same time in a dozen places. */
    private static volatile Written last = new Written(Instant.EPOCH, FORM.format(Instant.EPOCH));

    private Timestamps() {}

    private record Written(Instant time, String text) {}

    static String text(Instant time) {
        Written written = last;
        if (!written.time().equals(time)) {
            written = new Written(time, FORM.format(time));
            last = written;
        }
        return written.text();
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
