package livechat.room;

/** Why a request was refused; the codes are upstream's where upstream has one. */
public enum Refusal {
    INVALID_TOKEN("invalid-token"),
    INVALID_ROOM("invalid-room"),
    ROOM_CLOSED("room-closed"),
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
