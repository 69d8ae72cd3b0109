package livechat.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A parameter that is a JSON object, as upstream's lists have some. */
final class JsonParameter {

    private static final JsonMapper JSON = StrictJson.mapper();

    private JsonParameter() {}

    /** The object, empty where the parameter is absent. */
    static ObjectNode of(String key, @Nullable String text) {
        try {
            if (text == null) {
                return JSON.createObjectNode();
            }
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            // Answered below: its message quotes the value.
        }
        throw BadRequest.invalidParams("not a JSON object", key);
    }

    /** As above, and no other members than these. */
    static ObjectNode of(String key, @Nullable String text, Set<String> members) {
        ObjectNode object = of(key, text);
        object.propertyNames().stream()
                .filter(name -> !members.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw BadRequest.invalidParams("unknown key", key + "." + unknown);
                });
        return object;
    }

    /** A member that has to be text if it is there. */
    static @Nullable String text(String key, ObjectNode object, String member) {
        JsonNode value = object.path(member);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isString()) {
            throw BadRequest.invalidParams("not a text", key + "." + member);
        }
        return value.stringValue();
    }
}
