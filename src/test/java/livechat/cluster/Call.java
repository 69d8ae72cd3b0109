package livechat.cluster;

import java.time.Duration;

/**
 * What one visitor's client went through for one wish, however often and wherever it asked.
 *
 * @param refused how often it was told 503 on the way
 */
record Call(Kind kind, Duration waited, int refused) {

    enum Kind {
        CREATED,
        /** A room that was there. */
        FOUND,
        OTHER,
        /** Nobody answered in time. */
        FAILED;

        static Kind of(Answer answer) {
            return switch (answer) {
                case Answer.Created _ -> CREATED;
                case Answer.Found _ -> FOUND;
                case Answer.Closed _, Answer.Nothing _, Answer.Refused _, Answer.Unknown _ -> OTHER;
            };
        }
    }

    boolean isFailed() {
        return kind == Kind.FAILED;
    }
}
