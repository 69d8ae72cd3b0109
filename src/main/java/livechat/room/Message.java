package livechat.room;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as it stands in its room.
 *
 * @param user who is shown as its writer
 * @param ts when it was written, by whoever wrote it
 * @param updatedAt when it came to be as it is
 */
public record Message(
        MessageId id, Author author, User user, Wording wording, Instant ts, Instant updatedAt, Optional<Edit> edit) {

    /**
     * A person as messages name one.
     *
     * @param name absent where there is only a username
     */
    public record User(String id, String username, Optional<String> name) {

        static User of(Agent agent) {
            return new User(agent.id(), agent.username(), Optional.empty());
        }

        static User of(KnownVisitor visitor) {
            return new User(
                    visitor.id().value(), visitor.username(), visitor.profile().name());
        }
    }

    /** The last change of its wording. */
    public record Edit(Instant at, User by) {}

    static Message of(MessagePosted posted, KnownVisitor visitor, Instant time) {
        User user = switch (posted.author()) {
            case Author.OfVisitor _ -> User.of(visitor);
            case Author.OfAgent(Agent agent) -> User.of(agent);
            case Author.OfBot(Agent bot) -> User.of(bot);
            case Author.OfSystem system -> system.user().map(User::of).orElseGet(() -> User.of(visitor));
        };
        Instant ts = posted.ts().orElse(time);
        return new Message(posted.messageId(), posted.author(), user, posted.wording(), ts, time, Optional.empty());
    }

    Message reworded(Wording now, User by, Instant time) {
        return new Message(id, author, user, now, ts, time, Optional.of(new Edit(time, by)));
    }
}
