package livechat.log;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The file topics/asyncapi.yaml. */
record AsyncApi(JsonNode document, SchemaRegistry registry) {

    static final Path FILE = Path.of("topics/asyncapi.yaml");

    private static final String ID = "https://livechat.example/topics/asyncapi.yaml";

    static AsyncApi read() {
        JsonNode document = Contract.current().asyncApi();
        return new AsyncApi(
                document,
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(Map.of(ID, document.toString()))));
    }

    Stream<JsonNode> channels() {
        return document.get("channels").valueStream();
    }

    JsonNode channel(String topic) {
        return channels()
                .filter(channel -> channel.get("address").stringValue().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no channel is " + topic));
    }

    JsonNode messages() {
        return document.at("/components/messages");
    }

    /** Where the headers of a message are described: with itself, or with others of its kind; nowhere if it needs none. */
    String headers(String message) {
        return messages().get(message).has("headers")
                ? "#/components/messages/" + message + "/headers"
                : messages().at("/" + message + "/traits/0/$ref").stringValue() + "/headers";
    }

    static String key(String message) {
        return "#/components/messages/" + message + "/bindings/kafka/key";
    }

    /** What is wrong with such a thing by the schema at this place of the document. */
    List<String> problems(String place, JsonNode thing) {
        return registry.getSchema(SchemaLocation.of(ID + place)).validate(thing).stream()
                .map(Error::toString)
                .toList();
    }
}
