package livechat.room;

/** Names one request, however often it is sent: 16 to 64 characters of {@code [A-Za-z0-9_-]}. */
public record RequestId(String value) {

    private static final int MIN_LENGTH = 16;

    public RequestId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a request id has 16 to 64 characters of A-Z, a-z, 0-9, _ and -");
        }
    }

    public static boolean isWellFormed(String value) {
        return Id.isWellFormed(value, MIN_LENGTH);
    }

    /**
     * The id of a request that the visitor's client named itself. It is published, so it is a digest: two visitors may
     * choose the same key, and a client may even choose its token.
     */
    public static RequestId of(LogKey whose, String idempotencyKey) {
        new RequestId(idempotencyKey);
        return new RequestId(Digest.of(whose.value() + '\n' + idempotencyKey));
    }

    /** The id of a request that nobody sent: it follows from what is asked, so that two who ask for the same ask once. */
    public static RequestId of(Request request) {
        // No client's key has a line's end in it.
        return new RequestId(Digest.of(request.key().value() + "\n\n" + request.content()));
    }

    @Override
    public String toString() {
        return value;
    }
}
