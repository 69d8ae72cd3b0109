package livechat.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A room that is over; it says so rather than being gone.
 *
 * @param was the room as it was left
 */
public record ClosedRoom(OpenRoom was, Instant closedAt, Closing closing) implements Room {

    public RoomId id() {
        return was.id();
    }

    public Duration duration() {
        return Duration.between(was.origin().ts(), closedAt);
    }

    /** How long an agent served it; absent when none did. */
    public Optional<Duration> serviceTime() {
        return was.servedBy().map(served -> Duration.between(served.ts(), closedAt));
    }

    /** How long the visitor left the last answer alone; absent when they closed the room themselves or had the last word. */
    public Optional<Duration> visitorInactivity() {
        return closing.by() instanceof Closing.Closer.ByVisitor
                ? Optional.empty()
                : was.conversation().responseBy().map(response -> silence(response.last()));
    }

    private Duration silence(Instant since) {
        return since.isAfter(closedAt) ? Duration.ZERO : Duration.between(since, closedAt);
    }

    @Override
    public Decision answer(RoomRequest request, Matter matter) {
        return switch (request) {
            case RoomRequested _ -> matter.refuse(Refusal.INVALID_ROOM);
            case CloseRequested _, MessageRequest _, ServiceRequest _ -> matter.refuse(Refusal.ROOM_CLOSED);
            case InfoRequest info -> note(info, matter);
            case RoomExpired expired when !expired.closedAt().equals(closedAt) -> matter.refuse(Refusal.MOVED_ON);
            case RoomExpired _ ->
                new Decision(new Outcome.Changed(id()), NoRoom.INSTANCE, List.of(new Event.RoomForgotten(this)));
        };
    }

    private Decision note(InfoRequest request, Matter matter) {
        RoomInfo now = was.info().with(request);
        Outcome outcome = new Outcome.Changed(id());
        ClosedRoom room = new ClosedRoom(was.at(matter.time()).with(now), closedAt, closing);
        return now.equals(was.info())
                ? Decision.unchanged(outcome, this)
                : now.excess()
                        .map(matter::refuse)
                        .orElseGet(() -> new Decision(outcome, room, List.of(Event.noted(room, request))));
    }
}
