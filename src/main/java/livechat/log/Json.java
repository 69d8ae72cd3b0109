package livechat.log;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
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

    static <T> T read(ObjectNode body, Class<T> type) {
        return MAPPER.treeToValue(body, type);
    }

    /** Where JSON is not what it should be. What stands there is not said: Jackson would quote it, and it can be personal. */
    static String problem(JacksonException problem) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            path.append('/').append(step.getPropertyName() == null ? step.getIndex() : name(step));
        }
        TokenStreamLocation at = problem.getLocation();
        String place = at == null || at.getLineNr() < 1
                ? ""
                : " in line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return "no such JSON as the type asks for, at " + (path.isEmpty() ? "/" : path) + place;
    }

    /** Members of our types have names that we gave; those of a map were chosen by whoever filled it. */
    private static String name(JacksonException.Reference step) {
        Class<?> type =
                step.from() instanceof Class<?> known ? known : step.from().getClass();
        return type.isRecord() ? step.getPropertyName() : "*";
    }

    /** An object that was checked when it came in. */
    static ObjectNode object(String text) {
        return (ObjectNode) MAPPER.readTree(text);
    }
}
