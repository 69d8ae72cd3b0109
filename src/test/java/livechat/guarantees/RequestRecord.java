package livechat.guarantees;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What the platform's own programs write to the log. */
final class RequestRecord {

    static final String TOPIC = "livechat.room.requests";

    private RequestRecord() {}

    /** Those of a request that is due in some seconds, to be changed. */
    static Map<String, String> headers(String type) {
        Instant time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_source", "/crm/agents");
        headers.put("ce_type", type);
        headers.put("ce_time", time.toString());
        headers.put("content-type", "application/json");
        headers.put("ce_deadline", time.plusSeconds(8).toString());
        return headers;
    }

    /**
     * @param partition or null for where the producer's own partitioner puts it
     * @param body with single quotes, to be read
     */
    static ProducerRecord<String, String> of(
            @Nullable Integer partition, @Nullable String key, Map<String, String> headers, String body) {
        ProducerRecord<String, String> record = new ProducerRecord<>(TOPIC, partition, key, body.replace('\'', '"'));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
