package livechat.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import livechat.http.OpenApi.Operation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an exchange has that the description does not know: so every call of every test holds the description. */
public final class Deviations {

    private static final JsonMapper JSON = new JsonMapper();

    /** Of the headers of an answer those that are API; X-… are as well. */
    private static final Set<String> TOLD = Set.of("retry-after", "www-authenticate", "cache-control");

    private final OpenApi api;
    private final OpenApiSchemas schemas;

    private Deviations(OpenApi api) {
        this.api = api;
        this.schemas = new OpenApiSchemas(api.document());
    }

    /** From the description as it is served. */
    public static Deviations find() {
        return new Deviations(OpenApi.read());
    }

    /** In words, with the exchange in each; instances among themselves are not described. */
    public List<String> of(HttpExchange exchange) {
        if (exchange.request().header("x-livechat-hop").isPresent()) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        Optional<Operation> called = api.operation(exchange.method(), exchange.path());
        if (called.isEmpty() && exchange.status() < 400) {
            found.add("the call is not described");
        }
        called.ifPresent(operation -> {
            addAnswer(operation, exchange, found);
            if (exchange.status() < 400) {
                addRequest(operation, exchange, found);
            }
        });
        return found.stream().map(problem -> problem + ": " + exchange).toList();
    }

    private void addAnswer(Operation operation, HttpExchange exchange, List<String> found) {
        JsonNode described =
                api.resolved(operation.description().path("responses").path(String.valueOf(exchange.status())));
        if (described.isMissingNode()) {
            found.add("the status is not described");
        } else if (!isTheContainers(exchange)) {
            addHeaders(described.path("headers"), exchange.response(), found);
            add("answer", described, exchange.response(), found);
        }
    }

    /** Its words come when all filters have returned, so that none has seen them. */
    private static boolean isTheContainers(HttpExchange exchange) {
        return exchange.status() >= 400 && exchange.response().body().isEmpty();
    }

    private void addHeaders(JsonNode described, HttpExchange.Message answer, List<String> found) {
        described.properties().forEach(entry -> {
            JsonNode header = api.resolved(entry.getValue());
            Optional<String> value = answer.header(entry.getKey().toLowerCase(Locale.ROOT));
            if (value.isEmpty() && header.path("required").asBoolean(false)) {
                found.add("the header " + entry.getKey() + " is missing");
            }
            value.ifPresent(text -> add("header " + entry.getKey(), header.path("schema"), text, found));
        });
        Set<String> names = Set.copyOf(described.propertyNames().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList());
        answer.headers().keySet().stream()
                .filter(name -> (name.startsWith("x-") || TOLD.contains(name)) && !names.contains(name))
                .forEach(name -> found.add("the header " + name + " is not described"));
    }

    private void addRequest(Operation operation, HttpExchange exchange, List<String> found) {
        Given given = Given.of(operation, exchange);
        operation.parameters().forEach(parameter -> addParameter(parameter, given, found));
        given.unknownTo(operation.parameters()).forEach(key -> found.add("the parameter " + key + " is not described"));
        JsonNode body = operation.description().path("requestBody");
        if (!exchange.request().body().isEmpty() && !body.isMissingNode()) {
            add("request", body, exchange.request(), found);
        } else if (body.path("required").asBoolean(false)) {
            found.add("there is no body");
        }
        boolean hasKey = Stream.of("x-api-key", "authorization")
                .anyMatch(exchange.request().headers()::containsKey);
        if (operation.description().has("security") && !hasKey) {
            found.add("it was answered without a key");
        }
    }

    private void addParameter(JsonNode parameter, Given given, List<String> found) {
        String name = parameter.path("name").stringValue();
        List<String> values = given.values(parameter.path("in").stringValue(), name);
        JsonNode json = parameter.path("content").path("application/json").path("schema");
        JsonNode schema = parameter.path("schema");
        boolean required = parameter.path("required").asBoolean(false);
        if (required && values.isEmpty()) {
            found.add("the parameter " + name + " is missing");
        }
        for (String value : values) {
            if (!json.isMissingNode()) {
                addJson("parameter " + name, json, value, found);
            } else if (required || !value.isEmpty()) {
                add("parameter " + name, schema.has("items") ? schema.path("items") : schema, value, found);
            }
        }
    }

    private void add(String what, JsonNode described, HttpExchange.Message message, List<String> found) {
        JsonNode schema = described.path("content").path("application/json").path("schema");
        addJson(what, schema, message.body(), found);
    }

    private void addJson(String what, JsonNode schema, String text, List<String> found) {
        try {
            schemas.problems(schema, JSON.readTree(text)).forEach(problem -> found.add(what + ": " + problem));
        } catch (JacksonException noJson) {
            found.add(what + ": no JSON");
        }
    }

    /** A text, or a number where one is described. */
    private void add(String what, JsonNode schema, String text, List<String> found) {
        boolean number = schema.path("type").stringValue("").equals("integer");
        JsonNode value = number && text.matches("[0-9]{1,18}")
                ? JSON.getNodeFactory().numberNode(Long.parseLong(text))
                : JSON.getNodeFactory().stringNode(text);
        schemas.problems(schema, value).forEach(problem -> found.add(what + ": " + problem));
    }
}
