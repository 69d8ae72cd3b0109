package livechat.log;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import livechat.Golden;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is promised about the topics: asyncapi.yaml, and the schemas that it refers to.
 *
 * @param documents by path within the folder
 */
record Contract(Map<String, JsonNode> documents) {

    private static final String ASYNC_API = "asyncapi.yaml";

    static Contract current() {
        return read(Path.of("topics"));
    }

    static Contract read(Path folder) {
        Map<String, JsonNode> documents = new TreeMap<>();
        documents.put(ASYNC_API, yaml(folder.resolve(ASYNC_API)));
        try (Stream<Path> schemas = Files.list(folder.resolve("schemas"))) {
            for (Path schema : schemas.toList()) {
                documents.put(folder.relativize(schema).toString(), Golden.parse(Files.readAllBytes(schema)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Contract(documents);
    }

    private static JsonNode yaml(Path file) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            return JsonMapper.shared().valueToTree(new Yaml(new SafeConstructor(strict)).load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode asyncApi() {
        return document(ASYNC_API);
    }

    JsonNode document(String path) {
        JsonNode document = documents.get(path);
        if (document == null) {
            throw new IllegalArgumentException("there is no " + path);
        }
        return document;
    }

    /** At this place of asyncapi.yaml; anything is allowed by what is not there. */
    Schema at(String place) {
        return new Schema(this, ASYNC_API, asyncApi().at(place)).resolved();
    }

    /**
     * A schema, and where its references begin.
     *
     * @param file path of its document
     */
    record Schema(Contract contract, String file, JsonNode node) {

        /** What a keyword holds, or what allows anything. */
        Schema part(String... path) {
            JsonNode part = node;
            for (String name : path) {
                part = part.path(name);
            }
            return new Schema(contract, file, part).resolved();
        }

        /** Members of a body that this has no word for; it may be valid all the same. */
        List<String> unnamed(String where, JsonNode body) {
            List<String> unnamed = new ArrayList<>();
            body.properties().forEach(member -> unnamed.addAll(unnamed(where + "/" + member.getKey(), member)));
            for (int i = 0; body.isArray() && i < body.size(); i++) {
                unnamed.addAll(part("items").unnamed(where + "/" + i, body.get(i)));
            }
            return unnamed;
        }

        private List<String> unnamed(String where, Map.Entry<String, JsonNode> member) {
            List<Schema> views =
                    views().filter(view -> view.node().has("properties")).toList();
            return views.stream()
                    .filter(view -> view.node().get("properties").has(member.getKey()))
                    .findFirst()
                    .map(view -> view.part("properties", member.getKey()).unnamed(where, member.getValue()))
                    .orElseGet(() -> views.isEmpty() ? List.of() : List.of(where));
        }

        /** This and all that it consists of. */
        private Stream<Schema> views() {
            JsonNode all = node.path("allOf");
            return Stream.concat(
                    Stream.of(this),
                    IntStream.range(0, all.size())
                            .mapToObj(i -> new Schema(contract, file, all.get(i)).resolved())
                            .flatMap(Schema::views));
        }

        Schema resolved() {
            if (node.isMissingNode() || node.equals(JsonNodeFactory.instance.booleanNode(true))) {
                return new Schema(contract, file, JsonNodeFactory.instance.objectNode());
            }
            if (!node.has("$ref")) {
                return this;
            }
            String[] reference = node.get("$ref").stringValue().split("#", 2);
            String target = reference[0].isEmpty()
                    ? file
                    : Path.of(file).resolveSibling(reference[0]).normalize().toString();
            JsonNode found = contract.document(target).at(reference.length > 1 ? reference[1] : "");
            return new Schema(contract, target, found).resolved().with((ObjectNode) node);
        }

        /** Beside a reference may stand words, and nothing that would have to be weighed against what is referred to. */
        private Schema with(ObjectNode reference) {
            if (!Compatibility.saysNothing(reference.propertyNames().stream().filter(name -> !name.equals("$ref")))) {
                throw new IllegalStateException("more than words beside a reference: " + reference);
            }
            return this;
        }
    }
}
