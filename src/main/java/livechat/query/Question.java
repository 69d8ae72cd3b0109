package livechat.query;

import java.util.function.Function;
import java.util.function.Predicate;
import livechat.room.Ledger;
import livechat.room.Token;

/**
 * What somebody wants to know about a visitor.
 *
 * @param ask put to the rows of the visitor's partition
 * @param mayBeOld which answers are of use even if nobody can prove that they are of now; they are flagged
 */
public record Question<T>(Token token, Function<Ledger, T> ask, Predicate<T> mayBeOld) {

    /** Only what is proven answers it. */
    public static <T> Question<T> of(Token token, Function<Ledger, T> ask) {
        return new Question<>(token, ask, _ -> false);
    }

    public Question<T> orOld(Predicate<T> mayBeOld) {
        return new Question<>(token, ask, mayBeOld);
    }
}
