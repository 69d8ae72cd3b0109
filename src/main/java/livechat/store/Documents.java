package livechat.store;

import java.util.Optional;
import java.util.function.Function;
import livechat.room.Token;

/** Open rooms as their visitors are told of them. */
interface Documents {

    /** For copies that change without a word. */
    Documents FROM_ROWS = (token, row) -> row.apply(token);

    /**
     * The open room of this visitor.
     *
     * @param row looks it up
     */
    Optional<byte[]> find(Token token, Function<Token, Optional<byte[]>> row);
}
