package livechat.http;

import java.util.Optional;
import livechat.log.Ids;
import livechat.log.MessageText;
import livechat.room.Author;
import livechat.room.MessagePosted;
import livechat.room.RequestId;
import livechat.room.Token;
import livechat.room.Wording;
import org.jspecify.annotations.Nullable;

/** The body that tells which page a visitor has come to, as a client sends it. */
record PageForm(
        @Nullable String token,
        @Nullable String rid,
        @Nullable Page pageInfo) {

    /** Upstream's type of a message that says so. */
    static final String TYPE = "livechat_navigation_history";

    /** Upstream notes each address, and not each title, unless it is told otherwise. */
    private static final String NOTED = "url";

    /** What the client noticed, and where. */
    record Page(
            @Nullable String change,
            @Nullable String title,
            @Nullable Location location) {

        String noticed() {
            return JsonBody.required("pageInfo.change", change);
        }

        Wording wording() {
            return MessageText.visit(
                    noticed(),
                    JsonBody.required("pageInfo.title", title),
                    JsonBody.required("pageInfo.location", location).address());
        }
    }

    /** As browsers have one. */
    record Location(@Nullable String href) {

        String address() {
            return JsonBody.required("pageInfo.location.href", href);
        }
    }

    /** The room in which the visit is to be noted; without one there is nowhere to note it. */
    Optional<OwnRoom> room() {
        Token visitor = RoomQuery.token(token);
        boolean isNoted = page().noticed().equals(NOTED);
        return Optional.ofNullable(rid).filter(_ -> isNoted).map(id -> OwnRoom.of(visitor.value(), id));
    }

    private Page page() {
        return JsonBody.required("pageInfo", pageInfo);
    }

    Wording wording() {
        try {
            return page().wording();
        } catch (IllegalArgumentException malformed) {
            throw BadRequest.invalidParams(String.valueOf(malformed.getMessage()));
        }
    }

    /** Only counted: it is not what the visitor said last. */
    static MessagePosted request(OwnRoom room, Wording visit, RequestId request) {
        return new MessagePosted(
                room.address(),
                Ids.messageId(room.token(), request),
                new Author.OfSystem(TYPE, Optional.empty(), true, false),
                visit,
                Optional.empty());
    }
}
