package livechat.http;

import org.jspecify.annotations.Nullable;

/** A body that says no more than which room of which visitor is meant, as a client sends it. */
record OwnRoomForm(@Nullable String rid, @Nullable String token) {

    OwnRoom room() {
        return OwnRoom.of(token, rid);
    }
}
