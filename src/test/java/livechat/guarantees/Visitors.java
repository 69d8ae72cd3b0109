package livechat.guarantees;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Visitors' clients: they ask, ask again under the same key while nobody answers, and show every answer to the guarantees. */
final class Visitors implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    static final String TOKEN_PREFIX = "secret-";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Supplier<URI> service;
    private final Guarantees guarantees;

    Visitors(Supplier<URI> service, Guarantees guarantees) {
        this.service = service;
        this.guarantees = guarantees;
    }

    /** A token that is found in whatever it leaks into. */
    static String aToken() {
        return TOKEN_PREFIX + UUID.randomUUID();
    }

    Exchange room(String token) {
        return seen(Exchange.Kind.ROOM, token, persist(roomRequest(token)));
    }

    /** Without asking again: for services that are not to be killed. */
    Exchange roomOnce(String token) throws IOException, InterruptedException {
        HttpRequest once = roomRequest(token).build();
        return seen(Exchange.Kind.ROOM, token, http.send(once, HttpResponse.BodyHandlers.ofString()));
    }

    /** As a client that lost the answer asks again; nobody watches. */
    String again(String path, String body, String key) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.get().resolve(path)).header("Idempotency-Key", key);
        if (!body.isEmpty()) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    Exchange close(String token, String roomId) {
        String body = JSON.writeValueAsString(Map.of("rid", roomId, "token", token));
        HttpRequest.Builder close = HttpRequest.newBuilder(service.get().resolve("/api/v1/livechat/room.close"))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return seen(Exchange.Kind.CLOSE, token, persist(close));
    }

    private HttpRequest.Builder roomRequest(String token) {
        String query = "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(service.get().resolve("/api/v1/livechat/room?" + query));
    }

    /** The same request until someone answers: that is what the key is for. */
    private HttpResponse<String> persist(HttpRequest.Builder builder) {
        HttpRequest request = builder.header(
                        "Idempotency-Key", UUID.randomUUID().toString())
                .timeout(Duration.ofSeconds(10))
                .build();
        return tryOnce(request)
                .orElseGet(() -> await().atMost(PATIENCE)
                        .pollInterval(PAUSE)
                        .until(() -> tryOnce(request), Optional::isPresent)
                        .orElseThrow());
    }

    private Optional<HttpResponse<String>> tryOnce(HttpRequest request) {
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()))
                    .filter(response -> response.statusCode() != 503);
        } catch (IOException refusedOrCut) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Exchange seen(Exchange.Kind kind, String token, HttpResponse<String> response) {
        JsonNode body = JSON.readTree(response.body());
        JsonNode id = kind == Exchange.Kind.ROOM ? body.at("/room/_id") : body.at("/rid");
        Exchange exchange = new Exchange(
                kind,
                token,
                response.statusCode(),
                id.stringValue(null),
                body.at("/newRoom").asBoolean(false));
        guarantees.saw(exchange);
        return exchange;
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
