package livechat.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description as tests read it: operations by what is called, with references followed. */
final class OpenApi {

    private static final String PATH_WIDE = "parameters";

    private final JsonNode document;

    OpenApi(JsonNode document) {
        this.document = document;
    }

    /** As it is served. */
    static OpenApi read() {
        return new OpenApi(new JsonMapper().readTree(new ApiDescription().json()));
    }

    JsonNode document() {
        return document;
    }

    /** What can be called. */
    record Operation(String method, String path, JsonNode description, List<JsonNode> parameters) {

        String name() {
            return method + " " + path;
        }

        /** The path's variables as they are in a request for it. */
        Stream<Map.Entry<String, String>> variables(String requested) {
            String[] names = path.split("/");
            String[] values = requested.split("/", -1);
            return Stream.iterate(0, i -> i < names.length, i -> i + 1)
                    .filter(i -> names[i].startsWith("{"))
                    .map(i -> Map.entry(names[i].substring(1, names[i].length() - 1), values[i]));
        }

        private boolean matches(String requested) {
            String[] names = path.split("/");
            String[] values = requested.split("/", -1);
            return names.length == values.length
                    && Stream.iterate(0, i -> i < names.length, i -> i + 1)
                            .allMatch(
                                    i -> names[i].startsWith("{") ? !values[i].isEmpty() : names[i].equals(values[i]));
        }
    }

    List<Operation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(entry -> !entry.getKey().equals(PATH_WIDE))
                        .map(entry -> operation(path.getKey(), path.getValue(), entry)))
                .toList();
    }

    private Operation operation(String path, JsonNode all, Map.Entry<String, JsonNode> one) {
        JsonNode description = one.getValue();
        List<JsonNode> parameters = Stream.of(all, description)
                .flatMap(holder -> holder.path(PATH_WIDE).valueStream())
                .map(this::resolved)
                .toList();
        return new Operation(one.getKey().toUpperCase(Locale.ROOT), path, description, parameters);
    }

    /** The one with the fewest variables, as Spring chooses. */
    Optional<Operation> operation(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equals(method) && operation.matches(path))
                .min(Comparator.comparing(
                        operation -> Arrays.stream(operation.path().split("/"))
                                .filter(name -> name.startsWith("{"))
                                .count()));
    }

    /** What a reference stands for, or the thing itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? document.at(reference.stringValue().substring(1)) : node;
    }
}
