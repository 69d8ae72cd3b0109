package livechat.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import livechat.http.OpenApi.Operation;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;

/** What a request says beside its body. */
record Given(Map<String, List<String>> query, Map<String, String> path, Map<String, String> headers) {

    static Given of(Operation operation, HttpExchange exchange) {
        Map<String, List<String>> query = new TreeMap<>();
        for (String pair : StringUtils.tokenizeToStringArray(exchange.query(), "&")) {
            int equals = pair.indexOf('=');
            query.computeIfAbsent(decoded(equals < 0 ? pair : pair.substring(0, equals)), _ -> new ArrayList<>())
                    .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        Map<String, String> path = new TreeMap<>();
        operation.variables(exchange.path()).forEach(entry -> path.put(entry.getKey(), decoded(entry.getValue())));
        return new Given(query, path, exchange.request().headers());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    List<String> values(String in, String name) {
        return switch (in) {
            case "query" -> query.getOrDefault(name, List.of());
            case "path" -> Optional.ofNullable(path.get(name)).stream().toList();
            case "header" ->
                Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).stream()
                        .toList();
            default -> throw new IllegalArgumentException("nothing here reads parameters in " + in);
        };
    }

    Stream<String> unknownTo(List<JsonNode> described) {
        return query.keySet().stream()
                .filter(key -> described.stream()
                        .noneMatch(parameter ->
                                parameter.path("name").stringValue().equals(key)));
    }
}
