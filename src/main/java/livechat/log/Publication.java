package livechat.log;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One record for one of the topics of results.
 *
 * @param body null in a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // Handed to a producer, never compared.
public record Publication(Topic<byte[], Placed> topic, byte[] key, Headers headers, byte @Nullable [] body) {

    static Publication of(Topic<byte[], Placed> topic, String key, Headers headers, Object body) {
        return new Publication(topic, key.getBytes(StandardCharsets.UTF_8), headers, Json.write(body));
    }

    static Publication tombstone(Topic<byte[], Placed> topic, String key, Headers headers) {
        return new Publication(topic, key.getBytes(StandardCharsets.UTF_8), headers, null);
    }
}
