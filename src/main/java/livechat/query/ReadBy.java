package livechat.query;

import java.util.Locale;

/** Which way an answer came; the names are API. */
public enum ReadBy {
    /** From a copy that had folded all that was on the log when the question came. */
    INDEX,
    /** Through the log: the question, or a mark of it, was folded itself. */
    LOG,
    /** From the fold's own copy, while the partition was certainly its own. */
    LEASE,
    /** From a copy that may be behind, because nobody could prove more. */
    STANDBY;

    /** As clients see it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
