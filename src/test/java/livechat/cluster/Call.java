package livechat.cluster;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one visitor's client went through for one wish, however often and wherever it asked.
 *
 * @param refused how often it was told 503 on the way
 */
record Call(Kind kind, Duration waited, int refused) {

    enum Kind {
        CREATED,
        /** A room that was there for a while, asked for without a key: any copy may answer. */
        FOUND,
        OTHER,
        /** Nobody answered in time. */
        FAILED;

        static Kind of(Answer answer, @Nullable String readable) {
            return switch (answer) {
                case Answer.Created _ -> CREATED;
                case Answer.Found found when found.roomId().equals(readable) -> FOUND;
                case Answer.Found _,
                        Answer.Closed _,
                        Answer.Said _,
                        Answer.Noted _,
                        Answer.Nothing _,
                        Answer.Refused _,
                        Answer.Unknown _ -> OTHER;
            };
        }
    }

    boolean isFailed() {
        return kind == Kind.FAILED;
    }
}
