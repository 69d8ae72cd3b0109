package livechat.query;

/** The visitor's partition is not here, or went while somebody waited: whoever knows where it is asks there. */
public final class Moved extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean mayBeOnTheLog;

    private Moved(boolean mayBeOnTheLog) {
        super("the visitor's partition is not here", null, false, false);
        this.mayBeOnTheLog = mayBeOnTheLog;
    }

    /** Nothing has been done. */
    public static Moved before() {
        return new Moved(false);
    }

    /** The request was appended, and its outcome is open. */
    static Moved after() {
        return new Moved(true);
    }

    public boolean mayBeOnTheLog() {
        return mayBeOnTheLog;
    }
}
