package livechat.cluster;

/** What a client wants of one visitor's room. */
sealed interface Wish {

    /** The open room, or a new one. */
    record Get() implements Wish {}

    /** This room closed. */
    record Close(String roomId) implements Wish {}

    /** To know which room is open, and to change nothing. */
    record Look() implements Wish {}

    default boolean canChange() {
        return !(this instanceof Look);
    }
}
