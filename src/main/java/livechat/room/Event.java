package livechat.room;

import java.time.Instant;
import java.util.Optional;

/** What happened because of a request. */
public sealed interface Event {

    /** A token was seen for the first time; its visitor is a guest until it says a name. */
    record VisitorRegistered(KnownVisitor visitor, Instant at) implements Event {}

    /** A visitor has said something new about themselves. */
    record VisitorUpdated(KnownVisitor visitor, Instant at) implements Event {}

    record RoomCreated(OpenRoom room) implements Event {}

    record AgentAssigned(OpenRoom room) implements Event {}

    record RoomClosed(ClosedRoom room) implements Event {}

    /**
     * A request changed nothing.
     *
     * @param visitorId absent when it concerns no visitor that is known
     */
    record RequestRefused(Refusal refusal, Optional<VisitorId> visitorId) implements Event {}
}
