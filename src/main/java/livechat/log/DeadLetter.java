package livechat.log;

import livechat.room.Position;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The headers of a record that could not be read or folded: as it came, with where it came from and what is wrong. */
public final class DeadLetter {

    private static final int MAX_CAUSE_LENGTH = 500;

    /** Leaves room below the dead letters' max.message.bytes for what is added. */
    private static final long MAX_BYTES = 192 * 1024;

    /** More than a header takes besides its name and value. */
    private static final int BYTES_AROUND_A_HEADER = 16;

    private DeadLetter() {}

    public static Headers headers(Headers original, Position at, RuntimeException cause) {
        Headers headers = new RecordHeaders(original);
        headers.remove(CloudEvents.POSITION);
        CloudEvents.put(headers, CloudEvents.POSITION, String.valueOf(at.offset()));
        CloudEvents.put(headers, "dl_topic", Topics.REQUESTS.name());
        CloudEvents.put(headers, "dl_partition", String.valueOf(at.partition()));
        CloudEvents.put(headers, "dl_offset", String.valueOf(at.offset()));
        CloudEvents.put(headers, "dl_cause", cause(cause));
        return headers;
    }

    /** Brokers limit what is sent; compressed, that can be a thousand times as much, and no producer would take it whole. */
    public static boolean fits(Headers original, byte @Nullable [] key, byte @Nullable [] value) {
        long bytes = length(key) + length(value);
        for (Header header : original) {
            bytes += BYTES_AROUND_A_HEADER + 3L * header.key().length() + length(header.value());
        }
        return bytes <= MAX_BYTES;
    }

    /** The same for a record that does not fit: it stays where it is on the log, and here is only where that is. */
    public static Headers headersAlone(Position at, RuntimeException cause) {
        Headers headers = headers(new RecordHeaders(), at, cause);
        CloudEvents.put(headers, "dl_left_out", "key, value and headers: too large for a dead letter");
        return headers;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static String cause(RuntimeException cause) {
        String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return text.substring(0, Math.min(text.length(), MAX_CAUSE_LENGTH));
    }
}
