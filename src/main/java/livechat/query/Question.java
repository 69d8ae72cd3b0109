package livechat.query;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import livechat.room.Ledger;
import livechat.room.LogKey;
import livechat.room.Token;
import livechat.store.Rows;

/**
 * What somebody wants to know about a visitor or a room.
 *
 * @param ask put to the rows of the key's partition
 * @param mayBeOld which answers are of use even if nobody can prove that they are of now; they are flagged
 * @param isForTheLog which answers only lead to a request: the log decides then, so that nobody has to prove them
 */
public record Question<T>(LogKey key, Function<? super Rows, T> ask, Predicate<T> mayBeOld, Predicate<T> isForTheLog) {

    /** Only what is proven answers it. */
    public static <T> Question<T> of(LogKey key, Function<Ledger, T> ask) {
        return new Question<>(key, ask, _ -> false, _ -> false);
    }

    /** Asks for the visitor's open room as the visitor is told of it; where there is none, the log is asked for one. */
    public static Question<Optional<byte[]>> openRoom(Token token) {
        return new Question<>(token, rows -> rows.document(token), Optional::isPresent, Optional::isEmpty);
    }

    public Question<T> orOld(Predicate<T> mayBeOld) {
        return new Question<>(key, ask, mayBeOld, isForTheLog);
    }

    public Question<T> orOfTheLog(Predicate<T> isForTheLog) {
        return new Question<>(key, ask, mayBeOld, isForTheLog);
    }
}
