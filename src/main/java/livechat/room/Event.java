package livechat.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened because of a request. */
public sealed interface Event {

    /** Leaves a room open, as it says. */
    sealed interface OfOpenRoom extends Event {

        OpenRoom room();
    }

    /** Leaves a message as it says. */
    sealed interface OfMessage extends OfOpenRoom {

        KeptMessage message();
    }

    /** A token was seen for the first time; its visitor is a guest until it says a name. */
    record VisitorRegistered(KnownVisitor visitor, Instant at) implements Event {}

    /** A visitor has said something new about themselves. */
    record VisitorUpdated(KnownVisitor visitor, Instant at) implements Event {}

    /** The visitor has come or gone. */
    record VisitorStatusChanged(OpenRoom room) implements OfOpenRoom {}

    /**
     * Everything about a visitor is removed.
     *
     * @param id absent when only rooms were left of them
     * @param rooms all rooms that they ever had
     */
    record VisitorErased(Token token, Optional<VisitorId> id, List<RoomId> rooms) implements Event {

        public VisitorErased {
            rooms = List.copyOf(rooms);
        }
    }

    /** A visitor without rooms is no longer kept. */
    record VisitorForgotten(VisitorId id) implements Event {}

    record RoomCreated(OpenRoom room) implements OfOpenRoom {}

    record AgentAssigned(OpenRoom room) implements OfOpenRoom {}

    /** The room is in the queue again. */
    record AgentUnassigned(OpenRoom room) implements OfOpenRoom {}

    record RoomTransferred(OpenRoom room) implements OfOpenRoom {}

    record RoomHeld(OpenRoom room) implements OfOpenRoom {}

    record RoomResumed(OpenRoom room) implements OfOpenRoom {}

    record MessageAdded(OpenRoom room, KeptMessage message) implements OfMessage {}

    record MessageEdited(OpenRoom room, KeptMessage message) implements OfMessage {}

    record MessageDeleted(OpenRoom room, KeptMessage message) implements OfMessage {}

    /** Something else is noted of the room now, open or closed. */
    record RoomUpdated(Room room) implements Event {}

    /** The visitor has said how it was. */
    record RoomSurveyed(Room room) implements Event {}

    record RoomClosed(ClosedRoom room) implements Event {}

    /** A closed room is no longer kept. */
    record RoomForgotten(ClosedRoom room) implements Event {}

    /**
     * A request changed nothing.
     *
     * @param visitorId absent when it concerns no visitor that is known
     */
    record RequestRefused(Refusal refusal, Optional<VisitorId> visitorId) implements Event {}

    static Event noted(Room room, InfoRequest request) {
        return switch (request) {
            case RoomInfoRequested _ -> new RoomUpdated(room);
            case SurveyAnswered _ -> new RoomSurveyed(room);
        };
    }
}
