package livechat.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;

/** Names a dead letter by where its request was: that never changes, and a rebuild that writes the letter again gives it the same name. */
record LetterId(int partition, long offset) {

    /** Both numbers fit their types. */
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    static Optional<LetterId> read(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new LetterId(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** Of the letter that a record came of when it was put back; what cannot be read names none. */
    static Optional<LetterId> putBack(Headers headers) {
        return Printable.header(headers, CloudEvents.DEAD_LETTER).flatMap(LetterId::read);
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
