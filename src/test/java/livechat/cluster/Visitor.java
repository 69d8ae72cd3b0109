package livechat.cluster;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One visitor with several windows open: whoever asks for it next knows the room that was seen last. */
final class Visitor {

    private final String token;
    private final AtomicInteger picked = new AtomicInteger();
    private volatile @Nullable String lastSeen;

    Visitor(String token) {
        this.token = token;
    }

    /** Somebody new. */
    static Visitor arriving() {
        return new Visitor("secret-" + UUID.randomUUID());
    }

    String token() {
        return token;
    }

    @Nullable
    String lastSeen() {
        return lastSeen;
    }

    void saw(Answer answer) {
        if (answer instanceof Answer.Created created) {
            lastSeen = created.roomId();
        } else if (answer instanceof Answer.Found found) {
            lastSeen = found.roomId();
        }
    }

    int pick() {
        return picked.incrementAndGet();
    }
}
