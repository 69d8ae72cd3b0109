package livechat.room;

import java.util.Optional;

/**
 * Which room a request is about.
 *
 * @param token whose room it has to be; absent where the room's id alone is the address
 */
public record RoomAddress(Optional<Token> token, RoomId roomId) {

    public static RoomAddress of(Token token, RoomId roomId) {
        return new RoomAddress(Optional.of(token), roomId);
    }

    public static RoomAddress of(RoomId roomId) {
        return new RoomAddress(Optional.empty(), roomId);
    }

    LogKey key() {
        return token.<LogKey>map(secret -> secret).orElse(roomId);
    }
}
