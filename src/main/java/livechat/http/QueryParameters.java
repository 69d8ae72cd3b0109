package livechat.http;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The raw query, read strictly: the container's own parameters drop what is malformed, merge what is repeated and mix
 * in the body.
 */
final class QueryParameters {

    private static final String TOKEN = "token";

    /** The way in which upstream's clients name what there can be several of. */
    private static final String MANY = "[]";

    private final Map<String, List<String>> values;

    private QueryParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * @param query as it came, or null where there is none
     * @param allowed the only keys; each may come once unless it ends in []
     * @throws BadRequest {@code invalid-params} with the key, or {@code invalid-token} for a malformed token
     */
    static QueryParameters parse(@Nullable String query, Set<String> allowed) {
        Map<String, List<String>> values = split(query == null ? "" : query, allowed);
        values.forEach((key, encoded) -> encoded.replaceAll(value -> decodeValue(key, value)));
        return new QueryParameters(values);
    }

    /** The decoded value, empty where the key stands alone, null where it is absent. */
    @Nullable
    String get(String key) {
        return values.containsKey(key) ? values.get(key).getFirst() : null;
    }

    /** The decoded values of a key that may be repeated. */
    List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** All keys before any value: whoever misspells a key hears of the key. */
    private static Map<String, List<String>> split(String query, Set<String> allowed) {
        Map<String, List<String>> encoded = HashMap.newHashMap(allowed.size());
        for (int start = 0; start < query.length(); ) {
            int ampersand = query.indexOf('&', start);
            int end = ampersand < 0 ? query.length() : ampersand;
            if (end > start) {
                add(query.substring(start, end), allowed, encoded);
            }
            start = end + 1;
        }
        return encoded;
    }

    private static void add(String pair, Set<String> allowed, Map<String, List<String>> encoded) {
        int equals = pair.indexOf('=');
        String key = decodeKey(equals < 0 ? pair : pair.substring(0, equals));
        if (!allowed.contains(key)) {
            throw BadRequest.invalidParams("unknown key", key);
        }
        List<String> values = encoded.computeIfAbsent(key, _ -> new ArrayList<>(1));
        if (!values.isEmpty() && !key.endsWith(MANY)) {
            throw BadRequest.invalidParams("repeated key", key);
        }
        values.add(equals < 0 ? "" : pair.substring(equals + 1));
    }

    private static String decodeKey(String encoded) {
        try {
            return PercentEncoding.decode(encoded);
        } catch (CharacterCodingException malformed) {
            throw BadRequest.invalidParams("malformed key", encoded);
        }
    }

    private static String decodeValue(String key, String encoded) {
        try {
            return PercentEncoding.decode(encoded);
        } catch (CharacterCodingException malformed) {
            throw key.equals(TOKEN) ? BadRequest.invalidToken() : BadRequest.invalidParams("malformed value", key);
        }
    }
}
