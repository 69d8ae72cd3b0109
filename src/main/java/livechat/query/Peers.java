package livechat.query;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import livechat.ops.Meters;

/** The other instances, over connections that are kept. */
public final class Peers implements AutoCloseable {

    /** In one data centre a host that is there answers within milliseconds. */
    private static final Duration TO_CONNECT = Duration.ofMillis(500);

    /** An owner that says nothing for so long is asked again, or whoever is the owner then. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(2);

    private final Meters meters;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .build();

    Peers(Meters meters) {
        this.meters = meters;
    }

    /**
     * Passes a request on, once.
     *
     * @throws IllegalArgumentException when the request has what no HTTP request can have
     */
    public PeerAnswer ask(Route.Peer peer, PeerRequest request, Patience patience) {
        meters.forwarded();
        try {
            HttpResponse<byte[]> response =
                    client.send(built(peer, request, patience.atMost(TO_ANSWER)), BodyHandlers.ofByteArray());
            return new PeerAnswer.Given(response.statusCode(), response.headers(), response.body());
        } catch (ConnectException | HttpConnectTimeoutException notReached) {
            return new PeerAnswer.Silence(false);
        } catch (IOException cut) {
            return new PeerAnswer.Silence(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoomsUnavailable("interrupted while waiting for another instance", e);
        }
    }

    private static HttpRequest built(Route.Peer peer, PeerRequest request, Patience patience) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create("http://" + peer.host() + ":" + peer.port() + request.target()))
                .method(
                        request.method(),
                        request.body().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()))
                .timeout(patience.left().plusMillis(1)); // It must not be zero.
        request.headers().forEach(builder::setHeader);
        return builder.build();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
