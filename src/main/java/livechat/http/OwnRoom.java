package livechat.http;

import java.util.Optional;
import java.util.function.BiFunction;
import livechat.query.Question;
import livechat.room.Ledger;
import livechat.room.NoRoom;
import livechat.room.Room;
import livechat.room.RoomAddress;
import livechat.room.RoomId;
import livechat.room.Stranger;
import livechat.room.Token;
import livechat.room.Visitor;
import org.jspecify.annotations.Nullable;

/** A room of the visitor who asks, open or closed; another visitor's cannot be told from none. */
record OwnRoom(Token token, RoomId id) {

    /** What was seen, or the code that stands against it. */
    private record Sight<T>(Optional<T> what, String otherwise) {}

    static OwnRoom of(@Nullable String token, @Nullable String rid) {
        return new OwnRoom(RoomQuery.token(token), roomId(rid));
    }

    private static RoomId roomId(@Nullable String rid) {
        try {
            return new RoomId(JsonBody.required("rid", rid));
        } catch (IllegalArgumentException malformed) {
            throw BadRequest.of("invalid-room");
        }
    }

    RoomAddress address() {
        return RoomAddress.of(token, id);
    }

    /**
     * Looks at the room as it is.
     *
     * @param missing the code for a room in which there is nothing to be seen
     */
    <T> T look(Asking asking, Call call, BiFunction<Ledger, Room, Optional<T>> look, String missing) {
        Sight<T> sight = asking.read(call, Question.of(token, ledger -> sight(ledger, look, missing)));
        return sight.what().orElseThrow(() -> BadRequest.of(sight.otherwise()));
    }

    private <T> Sight<T> sight(Ledger ledger, BiFunction<Ledger, Room, Optional<T>> look, String missing) {
        Visitor visitor = ledger.visitor(token);
        Room room = ledger.find(id, visitor);
        if (room == NoRoom.INSTANCE) {
            return new Sight<>(Optional.empty(), visitor instanceof Stranger ? "invalid-token" : "invalid-room");
        }
        return new Sight<>(look.apply(ledger, room), missing);
    }

    /** What stands against a call that is wrong in itself: the visitor or the room come first, as upstream. */
    BadRequest refusal(Asking asking, Call call, String code) {
        return look(asking, call, (_, _) -> Optional.of(BadRequest.of(code)), code);
    }
}
