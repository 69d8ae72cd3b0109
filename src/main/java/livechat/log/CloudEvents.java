package livechat.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary mode, written out: a handful of headers needs no library. */
final class CloudEvents {

    static final String ID = "ce_id";
    static final String SOURCE = "ce_source";
    static final String TYPE = "ce_type";
    static final String TIME = "ce_time";
    static final String SUBJECT = "ce_subject";
    /** Extension: the log time after which a request is void. */
    static final String DEADLINE = "ce_deadline";
    /** Extension: the id of the request that a result comes from. */
    static final String REQUEST_ID = "ce_requestid";
    /** Extension: the offset of the request that a result comes from; what is published once is told by it. */
    static final String POSITION = "ce_position";
    /** Extension: the dead letter that was put back as this request, as {@link LetterId} writes it. */
    static final String DEAD_LETTER = "ce_deadletter";

    static final String TRACEPARENT = "traceparent";

    private static final String SERVICE = "/livechat/room-service";

    private CloudEvents() {}

    static Headers headers(String id, String type, Instant time) {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, SOURCE, SERVICE);
        put(headers, ID, id);
        put(headers, TYPE, type);
        put(headers, TIME, Timestamps.text(time));
        put(headers, "content-type", "application/json");
        return headers;
    }

    static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    static String required(Headers headers, String name) {
        return text(headers, name).orElseThrow(() -> new IllegalArgumentException("header " + name + " is missing"));
    }

    static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value).map(CloudEvents::utf8);
    }

    /** Text that is not UTF-8 is refused: decoded leniently, two keys could become one. */
    static String utf8(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new IllegalArgumentException("the record has no key");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }
}
