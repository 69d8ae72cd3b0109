package livechat.room;

/** What became of a request; small enough to be remembered. */
public sealed interface Outcome {

    record Created(RoomId roomId) implements Outcome {}

    record Found(RoomId roomId) implements Outcome {}

    record Closed(RoomId roomId) implements Outcome {}

    record Registered(VisitorId visitorId) implements Outcome {}

    /** Nothing was to be done. */
    record Read() implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}
}
