package livechat.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import livechat.Golden;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Records as golden files have them: topic, key, headers and body in one piece of JSON. */
final class RecordText {

    private RecordText() {}

    static String golden(String file) {
        return Golden.read(file).toString();
    }

    static String text(String topic, byte[] key, Headers headers, byte @Nullable [] body) {
        ObjectNode record =
                JsonNodeFactory.instance.objectNode().put("topic", topic).put("key", new String(key, UTF_8));
        ObjectNode named = record.putObject("headers");
        for (Header header : headers) {
            named.put(header.key(), new String(header.value(), UTF_8));
        }
        if (body == null) {
            return record.putNull("body").toString();
        }
        JsonNode parsed = Golden.parse(body);
        assertThat(body)
                .as("compact, so that its bytes can be told from the file")
                .isEqualTo(bytes(parsed.toString()));
        return record.set("body", parsed).toString();
    }

    static Headers headers(JsonNode golden) {
        Headers headers = new RecordHeaders();
        golden.get("headers")
                .properties()
                .forEach(header ->
                        headers.add(header.getKey(), bytes(header.getValue().stringValue())));
        return headers;
    }

    static byte[] body(JsonNode golden) {
        return bytes(golden.get("body").toString());
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
