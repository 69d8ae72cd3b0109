package livechat.http;

import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The raw query, read strictly: the container's own parameters drop what is malformed, merge what is repeated and mix
 * in the body.
 */
final class QueryParameters {

    private static final String TOKEN = "token";

    private final Map<String, String> values;

    private QueryParameters(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * @param query as it came, or null where there is none
     * @param allowed the only keys; each may come once, so their number bounds what is looked at
     * @throws BadRequest {@code invalid-params} with the key, or {@code invalid-token} for a malformed token
     */
    static QueryParameters parse(@Nullable String query, Set<String> allowed) {
        Map<String, String> values = split(query == null ? "" : query, allowed);
        values.replaceAll(QueryParameters::decodeValue);
        return new QueryParameters(values);
    }

    /** The decoded value, empty where the key stands alone, null where it is absent. */
    @Nullable
    String get(String key) {
        return values.get(key);
    }

    /** All keys before any value: whoever misspells a key hears of the key. */
    private static Map<String, String> split(String query, Set<String> allowed) {
        Map<String, String> encoded = HashMap.newHashMap(allowed.size());
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

    private static void add(String pair, Set<String> allowed, Map<String, String> encoded) {
        int equals = pair.indexOf('=');
        String key = decodeKey(equals < 0 ? pair : pair.substring(0, equals));
        if (!allowed.contains(key)) {
            throw BadRequest.invalidParams("unknown key", key);
        }
        if (encoded.putIfAbsent(key, equals < 0 ? "" : pair.substring(equals + 1)) != null) {
            throw BadRequest.invalidParams("repeated key", key);
        }
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
