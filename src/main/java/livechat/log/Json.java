package livechat.log;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies on the log: UTF-8 JSON; members may be added to a version, so unknown ones are passed over. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static byte[] write(Object body) {
        return MAPPER.writeValueAsBytes(body);
    }

    static <T> T read(byte @Nullable [] body, Class<T> type) {
        if (body == null) {
            throw new IllegalArgumentException("the record has no value");
        }
        return MAPPER.readValue(body, type);
    }

    /** An object that was checked when it came in. */
    static ObjectNode object(String text) {
        return (ObjectNode) MAPPER.readTree(text);
    }
}
