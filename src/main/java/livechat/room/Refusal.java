package livechat.room;

/** Why a request was refused; the codes are upstream's where upstream has one. */
public enum Refusal {
    INVALID_TOKEN("invalid-token"),
    INVALID_ROOM("invalid-room"),
    ROOM_CLOSED("room-closed"),
    INVALID_MESSAGE("invalid-message"),
    MESSAGE_TOO_LONG("message-length-exceeds-character-limit"),
    /** Only whoever wrote a message may change it. */
    NOT_THE_WRITER("error-action-not-allowed"),
    /** The same message id came before, with another content. */
    MESSAGE_ID_REUSED("message-id-reused"),
    /** Another agent was quicker. */
    ROOM_TAKEN("room-taken"),
    ROOM_ON_HOLD("error-room-onHold"),
    NOT_SERVED("error-returning-inquiry"),
    SAME_AGENT("error-selected-agent-room-agent-are-same"),
    SAME_DEPARTMENT("error-forwarding-chat-same-department"),
    ALREADY_ON_HOLD("error-room-is-already-on-hold"),
    VISITOR_WAITS("error-contact-sent-last-message-so-cannot-place-on-hold"),
    UNSERVED_ON_HOLD("error-unserved-rooms-cannot-be-placed-onhold"),
    NOT_ON_HOLD("error-room-not-on-hold"),
    TOO_MANY_FIELDS("too-many-custom-fields"),
    TOO_MANY_TAGS("too-many-tags"),
    /** The request was about a room or visitor that nothing happens to; something has. */
    MOVED_ON("moved-on"),
    /** The same request id came before, with another content. */
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused"),
    /** It landed after its deadline. */
    LATE("late"),
    /** As many changes as are remembered for a visitor are still remembered. */
    BUSY("busy");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether asking again may well succeed: then it is "not now" rather than "no". */
    public boolean isPassing() {
        return this == LATE || this == BUSY;
    }
}
