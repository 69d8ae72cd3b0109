package livechat.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Requests and rooms to talk about in tests. */
public final class RoomFixtures {

    public static final Instant NOON = Instant.parse("2026-01-02T12:00:00.000Z");
    public static final Token MARY = new Token("token-of-mary");
    public static final Token PAUL = new Token("token-of-paul");

    private RoomFixtures() {}

    public static RequestId requestId(int number) {
        return new RequestId("request-%010d".formatted(number));
    }

    public static RoomRequested roomRequested(Token token, int number) {
        return new RoomRequested(
                token, new RoomId("room-" + number), new VisitorId("visitor-" + number), Optional.of(Source.API));
    }

    public static Asked asked(int number, Request request) {
        Instant time = NOON.plusSeconds(number);
        return new Asked(requestId(number), time, time.plusSeconds(8), Optional.empty(), request);
    }

    public static Asked aRoomRequest(Token token, int number) {
        return asked(number, roomRequested(token, number));
    }

    public static Asked aCloseRequest(Token token, RoomId roomId, int number) {
        return asked(number, new CloseRequested(token, roomId));
    }

    public static Landed landed(Asked asked, long offset) {
        return landed(asked, offset, Duration.ofMillis(3));
    }

    public static Landed landed(Asked asked, long offset, Duration after) {
        return new Landed(asked, new Position(1, 4, offset, asked.time().plus(after)));
    }
}
