package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import livechat.log.LogClock;
import livechat.query.PeerAnswer;
import livechat.query.PeerRequest;
import livechat.query.Peers;
import livechat.query.Route;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Passes a call on as the client sent it, with what the first instance has settled, and hands back what is answered. */
final class Forwarding {

    /** What an answer may depend on. */
    private static final List<String> ASKED_WITH =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.COOKIE, "traceparent", "tracestate");

    private static final List<String> ANSWERED_WITH =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CACHE_CONTROL, HttpHeaders.RETRY_AFTER, Call.ROOM_READ);

    /** Others would not survive the way, and nothing that we look at has others. */
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

    private final Peers peers;
    private final ClientAddress clientAddress;
    private final JsonBody body;
    private final LogClock logClock;

    Forwarding(Peers peers, ClientAddress clientAddress, JsonBody body, LogClock logClock) {
        this.peers = peers;
        this.clientAddress = clientAddress;
        this.body = body;
        this.logClock = logClock;
    }

    /** The answer of that instance; empty when it has none, and then the call knows whether it may be on the log. */
    Optional<ResponseEntity<?>> ask(Route.Peer peer, Call call) throws IOException {
        Instant sent = logClock.now();
        PeerAnswer heard = peers.ask(peer, passedOn(call), call.patience());
        if (heard instanceof PeerAnswer.Given given) {
            given.headers().firstValue(Hop.LOG_TIME).map(Instant::parse).ifPresent(time -> logClock.learn(sent, time));
        }
        return switch (heard) {
            case PeerAnswer.Given given
            when isToBeAskedAgain(given) -> {
                heard(call, !saysNew(given));
                yield Optional.empty();
            }
            case PeerAnswer.Given given -> Optional.of(answer(given));
            case PeerAnswer.Silence(boolean mayHaveHeard) -> {
                heard(call, mayHaveHeard);
                yield Optional.empty();
            }
        };
    }

    /** By an instance that has not the partition, or is about to stop. */
    private static boolean isToBeAskedAgain(PeerAnswer.Given given) {
        return given.status() == HttpStatus.MISDIRECTED_REQUEST.value() || saysNew(given);
    }

    private static boolean saysNew(PeerAnswer.Given given) {
        return given.headers().firstValue(Hop.NEW).isPresent();
    }

    /** A copy never appends. */
    private static void heard(Call call, boolean mayHaveHeard) {
        if (mayHaveHeard && call.hop() != Hop.STANDBY) {
            call.wasSent();
        }
    }

    private PeerRequest passedOn(Call call) throws IOException {
        HttpServletRequest request = call.request();
        boolean hasBody = !HttpMethod.GET.matches(request.getMethod());
        return new PeerRequest(
                request.getMethod(), target(request), headers(call), hasBody ? body.bytes(request) : new byte[0]);
    }

    private static String target(HttpServletRequest request) {
        String path = request.getRequestURI().replace("[", "%5B").replace("]", "%5D");
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private Map<String, String> headers(Call call) {
        Map<String, String> headers = new HashMap<>();
        for (String name : ASKED_WITH) {
            String value = call.request().getHeader(name);
            if (value != null && PRINTABLE.matcher(value).matches()) {
                headers.put(name, value);
            }
        }
        OfferedKey.ifAccepted(call.request()).ifPresent(key -> headers.put(OfferedKey.HEADER, key));
        headers.put("X-Forwarded-For", clientAddress.of(call.request()).getHostAddress());
        headers.put(Call.KEY, call.key());
        headers.put(Hop.HEADER, (call.hop() == Hop.STANDBY ? Hop.STANDBY : Hop.OWNER).word());
        headers.put(Hop.DEADLINE, call.identity().deadline().toString());
        if (!call.mayBeOnTheLog()) {
            headers.put(Hop.NEW, "true");
        }
        return headers;
    }

    private static ResponseEntity<byte[]> answer(PeerAnswer.Given given) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(given.status());
        for (String name : ANSWERED_WITH) {
            given.headers().firstValue(name).ifPresent(value -> answer.header(name, value));
        }
        return answer.body(given.body());
    }
}
