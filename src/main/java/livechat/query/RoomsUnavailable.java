package livechat.query;

/** Not now: nobody could answer in time. The request may be on the log; asking again is always safe. */
public final class RoomsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RoomsUnavailable(String message) {
        super(message);
    }

    RoomsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
