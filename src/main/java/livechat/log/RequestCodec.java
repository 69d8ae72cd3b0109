package livechat.log;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import livechat.room.Asked;
import livechat.room.CloseRequested;
import livechat.room.Landed;
import livechat.room.Position;
import livechat.room.ReadRequested;
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

    /** Far more than anyone waits, and more than clocks differ. */
    private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(10);

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
        Instant deadline = Timestamps.read(CloudEvents.required(headers, CloudEvents.DEADLINE));
        checkDeadline(deadline, at);
        Asked asked = new Asked(
                new RequestId(CloudEvents.required(headers, CloudEvents.ID)),
                Timestamps.read(CloudEvents.required(headers, CloudEvents.TIME)),
                deadline,
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

    /** What a request changes is remembered until after its deadline: one that never comes would never be forgotten. */
    private static void checkDeadline(Instant deadline, Position at) {
        if (deadline.isAfter(at.time().plus(LONGEST_DEADLINE))) {
            throw new IllegalArgumentException("the deadline is more than " + LONGEST_DEADLINE + " after the append");
        }
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
            case ReadRequested _ -> WireType.READ_REQUESTED;
            case CloseRequested _ -> WireType.CLOSE_REQUESTED;
        };
    }
}
