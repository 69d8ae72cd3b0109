package livechat.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request and what was answered, as a test has seen it or a service has noted it.
 *
 * @param path as it came over the wire
 */
public record HttpExchange(
        String method, String path, @Nullable String query, Message request, int status, Message response) {

    private static final JsonMapper JSON = new JsonMapper();

    /** @param headers by names in lower case; of those that come several times the first */
    public record Message(Map<String, String> headers, String body) {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /** In one line. */
    String written() {
        return JSON.writeValueAsString(this);
    }

    static HttpExchange read(String line) {
        return JSON.readValue(line, HttpExchange.class);
    }

    @Override
    public String toString() {
        return "%s %s%s %s -> %d %s"
                .formatted(method, path, query == null ? "" : "?" + query, request.body, status, response.body);
    }
}
