package livechat.http;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges values by the description's schemas, and more strictly than clients may: members may be added to answers, but not
 * without being described.
 */
final class OpenApiSchemas {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> known = new ConcurrentHashMap<>();
    private final JsonNode definitions;

    OpenApiSchemas(JsonNode document) {
        this.definitions = strict(document.at("/components/schemas"));
    }

    /** What is wrong with the value; nothing if nothing is. */
    List<String> problems(JsonNode schema, JsonNode value) {
        return known.computeIfAbsent(schema, this::standalone).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private Schema standalone(JsonNode schema) {
        ObjectNode alone = (ObjectNode) strict(schema);
        alone.set("$defs", definitions);
        return registry.getSchema(alone);
    }

    private static JsonNode strict(JsonNode schema) {
        JsonNode copy = new JsonMapper().readTree(schema.toString().replace(COMPONENTS, DEFINITIONS));
        close(copy);
        return copy;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").equals(object.stringNode("object"))
                && object.has("properties")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(OpenApiSchemas::close);
    }
}
