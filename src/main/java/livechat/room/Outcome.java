package livechat.room;

import java.util.Optional;

/** What became of a request; small enough to be remembered. */
public sealed interface Outcome {

    record Created(RoomId roomId) implements Outcome {}

    record Found(RoomId roomId) implements Outcome {}

    record Closed(RoomId roomId) implements Outcome {}

    /** The room is as it was asked to be. */
    record Changed(RoomId roomId) implements Outcome {}

    /**
     * The message is in the room; this one is told by the message and never remembered.
     *
     * @param message absent when it has been deleted since
     */
    record Posted(RoomId roomId, MessageId messageId, Optional<Message> message) implements Outcome {}

    record Registered(VisitorId visitorId) implements Outcome {}

    /** The visitor is as they were asked to be. */
    record Noted(VisitorId visitorId) implements Outcome {}

    /**
     * Nothing is left of the visitor.
     *
     * @param visitorId absent when only rooms were left
     */
    record Erased(Optional<VisitorId> visitorId) implements Outcome {}
    /** Nothing was to be done. */
    record Read() implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}
}
