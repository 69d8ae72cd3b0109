package livechat.log;

import java.time.Instant;
import java.util.Optional;
import livechat.room.Author;
import livechat.room.Message;
import livechat.room.MessageId;
import livechat.room.RoomId;
import livechat.room.Token;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A message as the world sees it: upstream's document; what is absent is absent, never null. */
public final class MessageDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MessageDocument() {}

    /** For the visitor of the room, who knows the token anyway. */
    public static ObjectNode forVisitor(RoomId roomId, Message message, Token token) {
        return of(roomId, message, Optional.of(token));
    }

    /** For those who watch: the token is a secret between the visitor and this service. */
    public static ObjectNode forEveryone(RoomId roomId, Message message) {
        return of(roomId, message, Optional.empty());
    }

    /** What is left to say of a message that is gone. */
    public static ObjectNode deleted(MessageId id, Instant time) {
        return JSON.objectNode().put("_id", id.value()).put("ts", Timestamps.text(time));
    }

    /** Only the visitor's own messages carry the token. */
    static ObjectNode of(RoomId roomId, Message message, Optional<Token> secret) {
        ObjectNode document = JSON.objectNode()
                .put("_id", message.id().value())
                .put("rid", roomId.value())
                .put("msg", message.wording().msg());
        switch (message.author()) {
            case Author.OfVisitor _ -> {
                secret.ifPresent(token -> document.put("token", token.value()));
                message.user().name().ifPresent(name -> document.put("alias", name));
            }
            case Author.OfSystem system -> document.put("t", system.type());
            case Author.OfAgent _, Author.OfBot _ -> {}
        }
        document.put("ts", Timestamps.text(message.ts()));
        document.set("u", user(message.user()));
        document.put("_updatedAt", Timestamps.text(message.updatedAt()));
        message.edit()
                .ifPresent(edit ->
                        document.put("editedAt", Timestamps.text(edit.at())).set("editedBy", user(edit.by())));
        return document.setAll(MessageText.extras(message.wording()));
    }

    private static ObjectNode user(Message.User user) {
        ObjectNode document = JSON.objectNode().put("_id", user.id()).put("username", user.username());
        user.name().ifPresent(name -> document.put("name", name));
        return document;
    }
}
