package livechat.log;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import livechat.room.Asked;
import livechat.room.CloseRequested;
import livechat.room.Landed;
import livechat.room.Position;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomId;
import livechat.room.RoomRequested;
import livechat.room.Source;
import livechat.room.Token;
import livechat.room.VisitorId;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Requests as they lie on the log: who and when in the key and the headers, what in the body. */
public final class RequestCodec {

    private RequestCodec() {}

    /** Body of a room request; nothing in it is personal, so it has no member {@code personal}. */
    private record RoomRequestedBody(
            String roomId, String visitorId, @Nullable String source) {}

    private record CloseRequestedBody(String roomId) {}

    static ProducerRecord<byte[], byte[]> write(Asked asked, Partitions partitions) {
        byte[] key = asked.request().token().value().getBytes(StandardCharsets.UTF_8);
        Headers headers = CloudEvents.headers(asked.id().value(), type(asked.request()), asked.time());
        CloudEvents.put(headers, CloudEvents.DEADLINE, Timestamps.text(asked.deadline()));
        asked.trace().ifPresent(trace -> CloudEvents.put(headers, CloudEvents.TRACEPARENT, trace));
        byte[] body = Json.write(body(asked.request()));
        return new ProducerRecord<>(Topics.REQUESTS.name(), partitions.of(key), null, key, body, headers);
    }

    /** Reads a request where it landed; whatever is wrong with it is a runtime exception that says what. */
    public static Landed read(Headers headers, byte @Nullable [] key, byte @Nullable [] body, Position at) {
        Token token = new Token(CloudEvents.utf8(key));
        checkPartition(token, at);
        Asked asked = new Asked(
                new RequestId(CloudEvents.required(headers, CloudEvents.ID)),
                Timestamps.read(CloudEvents.required(headers, CloudEvents.TIME)),
                Timestamps.read(CloudEvents.required(headers, CloudEvents.DEADLINE)),
                CloudEvents.text(headers, CloudEvents.TRACEPARENT),
                request(CloudEvents.required(headers, CloudEvents.TYPE), token, body));
        return new Landed(asked, at);
    }

    /** The id of a request of which nothing else may be readable. */
    public static Optional<RequestId> id(Headers headers) {
        return Optional.ofNullable(headers.lastHeader(CloudEvents.ID))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .filter(RequestId::isWellFormed)
                .map(RequestId::new);
    }

    /** A visitor on two partitions would have two rooms. */
    private static void checkPartition(Token token, Position at) {
        int home = new Partitions(at.partitions()).of(token);
        if (home != at.partition()) {
            throw new IllegalArgumentException("the key belongs on partition " + home);
        }
    }

    static String type(Request request) {
        return switch (request) {
            case RoomRequested _ -> WireType.ROOM_REQUESTED;
            case CloseRequested _ -> WireType.CLOSE_REQUESTED;
        };
    }

    private static Object body(Request request) {
        return switch (request) {
            case RoomRequested wanted ->
                new RoomRequestedBody(
                        wanted.roomId().value(),
                        wanted.visitorId().value(),
                        wanted.source().map(Source::type).orElse(null));
            case CloseRequested close -> new CloseRequestedBody(close.roomId().value());
        };
    }

    private static Request request(String type, Token token, byte @Nullable [] body) {
        return switch (type) {
            case WireType.ROOM_REQUESTED -> {
                RoomRequestedBody wanted = Json.read(body, RoomRequestedBody.class);
                yield new RoomRequested(
                        token,
                        new RoomId(wanted.roomId()),
                        new VisitorId(wanted.visitorId()),
                        Optional.ofNullable(wanted.source()).map(Source::of));
            }
            case WireType.CLOSE_REQUESTED ->
                new CloseRequested(
                        token,
                        new RoomId(Json.read(body, CloseRequestedBody.class).roomId()));
            default -> throw new IllegalArgumentException("unknown type or version: " + type);
        };
    }
}
