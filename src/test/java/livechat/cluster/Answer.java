package livechat.cluster;

/** What a client was told, as far as it is about the room. */
sealed interface Answer {

    record Created(String roomId) implements Answer {}

    record Found(String roomId) implements Answer {}

    record Closed(String roomId) implements Answer {}

    /** The message is in this room. */
    record Said(String roomId) implements Answer {}

    /** As was wished, and nothing about the room. */
    record Noted() implements Answer {}

    /** No room is open. */
    record Nothing() implements Answer {}

    /** The room that was to be closed, or to be written to, is not open. */
    record Refused() implements Answer {}

    /** Nothing that tells: it may have happened, and may still happen. */
    record Unknown() implements Answer {}
}
