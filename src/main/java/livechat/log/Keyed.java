package livechat.log;

import java.util.Optional;
import livechat.room.LogKey;
import livechat.room.RoomId;
import livechat.room.Token;

/** Says in a body what the key of its record is, where that can be one thing or the other. */
final class Keyed {

    private static final String ROOM = "room";

    private Keyed() {}

    /** {@code room}, or nothing for a token. */
    static Optional<String> word(LogKey key) {
        return key instanceof RoomId ? Optional.of(ROOM) : Optional.empty();
    }

    static LogKey key(Optional<String> word, String key) {
        if (word.filter(kind -> !kind.equals(ROOM)).isPresent()) {
            throw new IllegalArgumentException("a key is a room's or, without the member, a token");
        }
        return word.isPresent() ? new RoomId(key) : new Token(key);
    }
}
