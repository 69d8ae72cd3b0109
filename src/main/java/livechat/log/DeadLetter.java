package livechat.log;

import java.util.Optional;
import livechat.room.Decision;
import livechat.room.Position;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The headers of a record that could not be read or folded: as it came, with where it came from and what is wrong. */
public final class DeadLetter {

    static final String TOPIC = "dl_topic";
    static final String PARTITION = "dl_partition";
    static final String OFFSET = "dl_offset";
    static final String CAUSE = "dl_cause";
    static final String LEFT_OUT = "dl_left_out";
    /** On the notice that a letter is settled. */
    static final String OUTCOME = "dl_outcome";

    private static final String SETTLED = "livechat.dead-letter-settled.v1";

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
        CloudEvents.put(headers, TOPIC, Topics.REQUESTS.name());
        CloudEvents.put(headers, PARTITION, String.valueOf(at.partition()));
        CloudEvents.put(headers, OFFSET, String.valueOf(at.offset()));
        CloudEvents.put(headers, CAUSE, cause(cause));
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
        CloudEvents.put(headers, LEFT_OUT, "key, value and headers: too large for a dead letter");
        return headers;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    /** What is wrong, for the eyes of operators: nothing of a body is in it. */
    static String cause(RuntimeException cause) {
        String what = cause instanceof JacksonException json ? Json.problem(json) : cause.getMessage();
        String text = cause.getClass().getSimpleName() + ": " + what;
        return text.substring(0, Math.min(text.length(), MAX_CAUSE_LENGTH));
    }

    /** The headers of the notice that a letter, put back as this request, was folded this time; nothing for other requests. */
    public static Optional<Headers> settled(Headers request, Position at, Decision decision) {
        return LetterId.putBack(request).map(letter -> {
            LetterId place = new LetterId(at.partition(), at.offset());
            Headers headers = CloudEvents.headers(place + "-letter", SETTLED, at.time());
            CloudEvents.put(headers, CloudEvents.DEAD_LETTER, letter.toString());
            CloudEvents.put(headers, CloudEvents.POSITION, String.valueOf(at.offset()));
            CloudEvents.put(headers, OUTCOME, decision.word());
            RequestCodec.id(request).ifPresent(id -> CloudEvents.put(headers, CloudEvents.REQUEST_ID, id.value()));
            return headers;
        });
    }
}
