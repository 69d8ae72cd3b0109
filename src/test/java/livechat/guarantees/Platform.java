package livechat.guarantees;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's client: it has a key, and names rooms by their ids. */
record Platform(ServiceProcess service, HttpClient http) {

    static final String KEY = "5f1d7a84db00d2fce00b31a7fc73224f";
    static final String HASH = "e582a3ab81d4fb2621e9ffbec5663841d5b112e59ce277a7bb4f66c53acf0aa1";

    private static final String API = "/api/v1/livechat/";

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(), path);
    }

    /** @param body with single quotes, to be read */
    JsonNode post(String path, String body, Object... names) throws IOException, InterruptedException {
        return post(Map.of(), path, body, names);
    }

    JsonNode post(Map<String, String> headers, String path, String body, Object... names)
            throws IOException, InterruptedException {
        String json = body.formatted(names).replace('\'', '"');
        HttpRequest.Builder request = HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return send(request, path);
    }

    private JsonNode send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        request.uri(URI.create(service.http() + API + path)).header("X-API-Key", KEY);
        return new JsonMapper()
                .readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }
}
