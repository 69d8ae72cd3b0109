package livechat.room;

import java.util.Optional;

/** Who wrote a message. */
public sealed interface Author {

    record OfVisitor() implements Author {}

    record OfAgent(Agent agent) implements Author {}

    record OfBot(Agent bot) implements Author {}

    /**
     * Something happened, and a message says so.
     *
     * @param type upstream's t: {@code livechat-started}, {@code uj}, {@code command}, …
     * @param user whose doing it was; absent when it was the visitor's
     * @param quiet whether it is only counted: it does not become the last message
     * @param countsAsResponse whether the metrics take it for an agent's response, as upstream did until 2024
     */
    record OfSystem(String type, Optional<Agent> user, boolean quiet, boolean countsAsResponse) implements Author {

        public OfSystem {
            Id.checked("a system message's type", type);
        }
    }

    default boolean keepsQuiet() {
        return this instanceof OfSystem system && system.quiet();
    }

    /** The agent or bot whose own message it is. */
    default Optional<Agent> speaker() {
        return switch (this) {
            case OfAgent(Agent agent) -> Optional.of(agent);
            case OfBot(Agent bot) -> Optional.of(bot);
            case OfVisitor _, OfSystem _ -> Optional.empty();
        };
    }

    default boolean countsAsResponse() {
        return switch (this) {
            case OfVisitor _ -> false;
            case OfAgent _, OfBot _ -> true;
            case OfSystem system -> system.countsAsResponse();
        };
    }
}
