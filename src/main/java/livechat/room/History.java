package livechat.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which messages of a room are wanted, newest first.
 *
 * @param after only those written after this time
 * @param before only those written before this time
 * @param offset how many of those are passed over
 */
public record History(Optional<Instant> after, Optional<Instant> before, int offset, int limit) {

    public History {
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("neither offset nor limit is negative");
        }
    }

    /** Those of a room's messages, which come newest first. */
    public List<Message> of(Stream<Message> messages) {
        return messages.filter(this::wants).skip(offset).limit(limit).toList();
    }

    private boolean wants(Message message) {
        return after.filter(time -> !message.ts().isAfter(time)).isEmpty()
                && before.filter(time -> !message.ts().isBefore(time)).isEmpty();
    }
}
