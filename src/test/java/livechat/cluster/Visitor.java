package livechat.cluster;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One visitor with several windows open: whoever asks for it next knows the room that was seen last. */
final class Visitor {

    private final String token;
    private final AtomicInteger picked = new AtomicInteger();
    private volatile @Nullable Seen lastSeen;

    /** A room, and when somebody was told of it first. */
    private record Seen(String roomId, long since) {}

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
        Seen seen = lastSeen;
        return seen == null ? null : seen.roomId();
    }

    /** The room that was seen last, if that was so long ago that every copy has it. */
    @Nullable
    String settled(Duration age) {
        Seen seen = lastSeen;
        return seen == null || System.nanoTime() - seen.since() < age.toNanos() ? null : seen.roomId();
    }

    void saw(Answer answer) {
        if (answer instanceof Answer.Created created) {
            saw(created.roomId());
        } else if (answer instanceof Answer.Found found) {
            saw(found.roomId());
        }
    }

    private void saw(String roomId) {
        if (!roomId.equals(lastSeen())) {
            lastSeen = new Seen(roomId, System.nanoTime());
        }
    }

    int pick() {
        return picked.incrementAndGet();
    }
}
