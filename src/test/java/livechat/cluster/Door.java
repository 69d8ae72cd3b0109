package livechat.cluster;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks one instance once. Not with the JDK's client: that one sends a GET again by itself when a connection breaks, and here
 * a GET may create something.
 */
final class Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String API = "/api/v1/livechat/";

    private Door() {}

    /** How one try ended. */
    sealed interface End {

        /** Somebody answered 200 or 400. */
        record Answered(Answer answer, boolean flagged) implements End {}

        /** 503: not now. */
        record NotNow() implements End {}

        /** The connection broke, or nothing came in time. */
        record Cut() implements End {}

        /** Nobody was there: certainly nothing has happened. */
        record Nobody() implements End {}

        /** No answer of this API. */
        record Strange(String what) implements End {}
    }

    static End ask(URI instance, Ask ask, Duration patience) {
        return ask(instance, ask, patience, () -> {});
    }

    /** Tells when the request is on its way; if it never is, nobody is told. */
    static End ask(URI instance, Ask ask, Duration patience, Runnable sent) {
        try (Socket socket = new Socket()) {
            int millis = Math.toIntExact(Math.max(1, patience.toMillis()));
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), instance.getPort()), millis);
            } catch (ConnectException refused) {
                return new End.Nobody();
            }
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(ask.http().getBytes(StandardCharsets.UTF_8));
            sent.run();
            return read(ask.wish(), new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            return new End.Cut();
        }
    }

    /** A wish about a visitor's room, with the key under which it is asked again. */
    record Ask(String token, Wish wish, @Nullable String key) {

        /** Whether all tries are one operation: a message has its own id. */
        boolean isOne() {
            return key != null || wish instanceof Wish.Say;
        }

        String http() {
            return switch (wish) {
                case Wish.Get _ -> request("GET", "room?token=" + token, "");
                case Wish.Look _ -> request("GET", "config?token=" + token, "");
                case Wish.Close close -> post("room.close", Map.of("token", token, "rid", close.roomId()));
                case Wish.Say say ->
                    post(
                            "message",
                            Map.of("token", token, "rid", say.roomId(), "msg", "hello", "_id", say.messageId()));
                case Wish.Appear appear -> post("visitor.status", Map.of("token", token, "status", appear.status()));
            };
        }

        private String post(String target, Map<String, String> body) {
            return request("POST", target, JSON.writeValueAsString(body));
        }

        private String request(String method, String target, String body) {
            return method + " " + API + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + (key == null ? "" : "Idempotency-Key: " + key + "\r\n")
                    + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n" + body;
        }
    }

    private static End read(Wish wish, String response) {
        int body = response.indexOf('{');
        int end = response.lastIndexOf('}');
        if (!response.startsWith("HTTP/1.1 ") || body < 0 || end < body) {
            return new End.Cut();
        }
        int status = Integer.parseInt(response.substring(9, 12));
        JsonNode json = JSON.readTree(response.substring(body, end + 1));
        boolean flagged = response.substring(0, body).toLowerCase(Locale.ROOT).contains("\r\nx-room-read: standby");
        return switch (status) {
            case 200 -> new End.Answered(told(wish, json), flagged);
            case 400 -> refused(wish, json.at("/error").asString(), flagged);
            case 503 -> new End.NotNow();
            default -> new End.Strange(status + " to " + wish);
        };
    }

    private static Answer told(Wish wish, JsonNode json) {
        return switch (wish) {
            case Wish.Get _ -> {
                String roomId = json.at("/room/_id").asString();
                yield json.at("/newRoom").asBoolean() ? new Answer.Created(roomId) : new Answer.Found(roomId);
            }
            case Wish.Close _ -> new Answer.Closed(json.at("/rid").asString());
            case Wish.Say _ -> new Answer.Said(json.at("/message/rid").asString());
            case Wish.Appear _ -> new Answer.Noted();
            case Wish.Look _ -> {
                JsonNode room = json.at("/config/room/_id");
                yield room.isMissingNode() ? new Answer.Nothing() : new Answer.Found(room.asString());
            }
        };
    }

    /** Whoever closes or writes to a room that another one has closed is due a 400. */
    private static End refused(Wish wish, String error, boolean flagged) {
        boolean due = (wish instanceof Wish.Close || wish instanceof Wish.Say)
                && (error.equals("room-closed") || error.equals("invalid-room"));
        return due ? new End.Answered(new Answer.Refused(), flagged) : new End.Strange("400 " + error + " to " + wish);
    }
}
