package livechat.log;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import livechat.room.Asked;
import livechat.room.CloseRequested;
import livechat.room.Landed;
import livechat.room.Position;
import livechat.room.RegistrationRequested;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomRequested;
import livechat.room.Token;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Requests as they lie on the log: who and when in the key and the headers, what in the body. */
public final class RequestCodec {

    private RequestCodec() {}

    static ProducerRecord<byte[], byte[]> write(Asked asked, Partitions partitions) {
        byte[] key = asked.request().token().value().getBytes(StandardCharsets.UTF_8);
        Headers headers = CloudEvents.headers(asked.id().value(), type(asked.request()), asked.time());
        CloudEvents.put(headers, CloudEvents.DEADLINE, Timestamps.text(asked.deadline()));
        asked.trace().ifPresent(trace -> CloudEvents.put(headers, CloudEvents.TRACEPARENT, trace));
        byte[] body = Json.write(RequestBody.of(asked.request()));
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
                RequestBody.read(CloudEvents.required(headers, CloudEvents.TYPE), body)
                        .request(token));
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
            case RegistrationRequested _ -> WireType.REGISTRATION_REQUESTED;
            case CloseRequested _ -> WireType.CLOSE_REQUESTED;
        };
    }
}
