package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has a body whole and bounded before anything looks at it, and tells "no JSON" from "not what was asked for". */
final class JsonBody {

    private static final String READ = JsonBody.class.getName();

    private final JsonMapper json = StrictJson.mapper();

    private final BoundedBody body;

    JsonBody(BoundedBody body) {
        this.body = body;
    }

    /**
     * Whatever its content type says, the body has to be one JSON object with members of this record only; which of
     * them must be there is the caller's to say. It is all that is said: there is no query beside it.
     *
     * @throws BadRequest what {@link BoundedBody} says, 400 {@code invalid-json} or {@code invalid-params} with the key
     * @throws IOException when the client goes away or breaks the protocol while it sends
     */
    <T extends Record> T read(HttpServletRequest request, Class<T> type) throws IOException {
        QueryParameters.parse(request.getQueryString(), Set.of());
        return map(parse(decode(bytes(request))), type);
    }

    /** Some real clients send no body with a DELETE, others an empty object. */
    boolean isEmpty(HttpServletRequest request) throws IOException {
        return bytes(request).length == 0;
    }

    /** A member that has to be there. */
    static <T> T required(String key, @Nullable T value) {
        if (value == null) {
            throw BadRequest.invalidParams("missing key", key);
        }
        return value;
    }

    /** The body as it came, however often it is asked for. */
    byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getAttribute(READ) instanceof byte[] read) {
            return read;
        }
        byte[] read = body.read(request);
        request.setAttribute(READ, read);
        return read;
    }

    private static String decode(byte[] bytes) {
        try {
            return Utf8.decode(bytes);
        } catch (CharacterCodingException malformed) {
            throw BadRequest.of("invalid-json");
        }
    }

    private JsonNode parse(String text) {
        try {
            JsonNode tree = json.readTree(text);
            if (!tree.isMissingNode() && Utf8.canEncode(tree.toString())) {
                return tree;
            }
        } catch (JacksonException broken) {
            // Answered below: its message quotes the body, which can hold a token.
        }
        throw BadRequest.of("invalid-json");
    }

    private <T extends Record> T map(JsonNode tree, Class<T> type) {
        if (!tree.isObject()) {
            throw BadRequest.invalidParams("not an object", "body");
        }
        try {
            return json.treeToValue(tree, type);
        } catch (JacksonException mismatch) {
            throw BadRequest.invalidParams("unknown key or wrong type", keyIn(mismatch));
        }
    }

    private static String keyIn(JacksonException mismatch) {
        StringBuilder key = new StringBuilder();
        for (JacksonException.Reference reference : mismatch.getPath()) {
            append(key, reference.getPropertyName(), reference.getIndex());
        }
        return key.toString();
    }

    private static void append(StringBuilder key, @Nullable String name, int index) {
        if (name == null) {
            key.append('[').append(index).append(']');
        } else {
            key.append(key.isEmpty() ? "" : ".").append(name);
        }
    }
}
