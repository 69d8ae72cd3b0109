package livechat.query;

import java.util.Map;

/**
 * A public request as it is passed on.
 *
 * @param target path and query, as they came
 * @param body empty for a method that has none
 */
@SuppressWarnings("ArrayRecordComponent") // Handed to a client, never compared.
public record PeerRequest(String method, String target, Map<String, String> headers, byte[] body) {

    public PeerRequest {
        headers = Map.copyOf(headers);
    }
}
