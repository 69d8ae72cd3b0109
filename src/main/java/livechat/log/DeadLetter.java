package livechat.log;

import livechat.room.Position;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers of a record that could not be read or folded: as it came, with where it came from and what is wrong. */
public final class DeadLetter {

    private static final int MAX_CAUSE_LENGTH = 500;

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

    private static String cause(RuntimeException cause) {
        String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return text.substring(0, Math.min(text.length(), MAX_CAUSE_LENGTH));
    }
}
