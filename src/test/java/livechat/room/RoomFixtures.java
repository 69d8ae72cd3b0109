package livechat.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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
        return roomRequested(token, number, Optional.empty(), UnknownToken.GUEST);
    }

    public static RoomRequested roomRequested(Token token, int number, Optional<Agent> agent, UnknownToken unknown) {
        return new RoomRequested(
                token,
                new RoomId("room-" + number),
                new VisitorId("visitor-" + number),
                Optional.of(Source.API),
                agent,
                unknown);
    }

    /** Says a name, and a department with two units above it. */
    public static RegistrationRequested registration(Token token, int number, String name) {
        Department sales = new Department("sales", List.of("region-north", "world"));
        Profile said = new Profile(
                Optional.of(name),
                Optional.of("mary@example.org"),
                Optional.of("+49 30 1234567"),
                Optional.of(sales),
                new TreeMap<>(Map.of("crm", "0032y", "tier", "gold")));
        return new RegistrationRequested(
                token, new VisitorId("visitor-" + number), Optional.empty(), said, Set.of("tier"));
    }

    public static Wording saying(String text) {
        return new Wording(text, "{}");
    }

    public static InfoChange topic(String topic) {
        return new InfoChange(
                Optional.of(topic),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                InfoChange.Flags.NONE);
    }

    public static Asked asked(int number, Request request) {
        return asked(number, NOON.plusSeconds(number), request);
    }

    /** All at the same time. */
    public static Asked soon(int number, Request request) {
        return asked(number, NOON, request);
    }

    static Asked asked(int number, Instant time, Request request) {
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
