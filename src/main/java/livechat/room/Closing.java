package livechat.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a room is closed.
 *
 * @param comment personal data
 * @param tags are added to those of the room; personal data
 */
public record Closing(Closer by, Optional<String> comment, List<String> tags) {

    static final Closing BY_VISITOR = new Closing(new Closer.ByVisitor(), Optional.empty(), List.of());

    /** Who closes it. */
    public sealed interface Closer {

        record ByVisitor() implements Closer {}

        record ByAgent(Agent agent) implements Closer {}

        /**
         * Nobody did anything.
         *
         * @param idleSince the visitor's last sign of life, if that is the reason; one that came since is one against it
         */
        record BySystem(Optional<Instant> idleSince) implements Closer {}
    }

    public Closing {
        comment.ifPresent(text -> Text.checkedLines("a comment", text));
        tags = Tags.checked(tags);
    }

    boolean isOutrunBy(Instant activity) {
        return by instanceof Closer.BySystem(Optional<Instant> idleSince)
                && idleSince.filter(activity::isAfter).isPresent();
    }
}
