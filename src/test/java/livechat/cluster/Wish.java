package livechat.cluster;

/** What a client wants of one visitor's room. */
sealed interface Wish {

    /** The open room, or a new one. */
    record Get() implements Wish {}

    /** This room closed. */
    record Close(String roomId) implements Wish {}

    /** To know which room is open, and to change nothing. */
    record Look() implements Wish {}

    /**
     * A message in this room.
     *
     * @param messageId the client's own, so that the message is one however often it is posted
     */
    record Say(String roomId, String messageId) implements Wish {}

    /** To be seen as online, away, busy or offline. */
    record Appear(String status) implements Wish {}

    /** Whether another room may be open afterwards, or none. */
    default boolean canChange() {
        return this instanceof Get || this instanceof Close;
    }

    /** Whether it is something for the log, which may have a key. */
    default boolean isAppended() {
        return !(this instanceof Look);
    }

    /** Whether it names this room, which has to be open for it. */
    default boolean isAbout(String roomId) {
        return switch (this) {
            case Close close -> close.roomId().equals(roomId);
            case Say say -> say.roomId().equals(roomId);
            case Get _, Look _, Appear _ -> false;
        };
    }
}
