package livechat.log;

import java.time.Instant;
import java.util.Optional;
import livechat.room.Department;
import livechat.room.KnownVisitor;
import livechat.room.Profile;
import livechat.room.Token;
import livechat.room.VisitorId;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A visitor as the world sees them: upstream's document; what is absent is absent, never null. */
public final class VisitorDocument {

    private VisitorDocument() {}

    /** For the visitor, who knows the token anyway. */
    public static ObjectNode forVisitor(KnownVisitor visitor) {
        return document(visitor, Optional.of(visitor.token()));
    }

    /** For those who watch: the token is a secret between the visitor and this service. */
    static ObjectNode forEveryone(KnownVisitor visitor) {
        return document(visitor, Optional.empty());
    }

    /** What is left to say of a visitor who is gone; without an id when only rooms of theirs were left. */
    public static ObjectNode erased(Optional<VisitorId> id, Instant time) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        id.ifPresent(known -> document.put("_id", known.value()));
        return document.put("ts", Timestamps.text(time));
    }

    private static ObjectNode document(KnownVisitor visitor, Optional<Token> token) {
        Profile profile = visitor.profile();
        ObjectNode document =
                JsonNodeFactory.instance.objectNode().put("_id", visitor.id().value());
        document.put("username", visitor.username());
        token.ifPresent(secret -> document.put("token", secret.value()));
        profile.name().ifPresent(name -> document.put("name", name));
        profile.email()
                .ifPresent(
                        email -> document.putArray("visitorEmails").addObject().put("address", email));
        profile.phone()
                .ifPresent(phone -> document.putArray("phone").addObject().put("phoneNumber", phone));
        profile.department().map(Department::id).ifPresent(id -> document.put("department", id));
        if (!profile.customFields().isEmpty()) {
            profile.customFields().forEach(document.putObject("livechatData")::put);
        }
        return document.put("ts", Timestamps.text(visitor.registeredAt()))
                .put("_updatedAt", Timestamps.text(visitor.updatedAt()));
    }
}
