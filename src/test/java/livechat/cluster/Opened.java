package livechat.cluster;

import java.util.Optional;
import java.util.function.Predicate;

/** All that a visitor's history can be about: which of the visitor's rooms is open. */
sealed interface Opened {

    /** No room is. */
    record None() implements Opened {}

    /** This one is. */
    record Named(String roomId) implements Opened {}

    /** One is, whose creator was never told its id. */
    record Unnamed() implements Opened {}

    default boolean isOpen(String roomId, Predicate<String> isNew) {
        return equals(new Named(roomId)) || this instanceof Unnamed && isNew.test(roomId);
    }

    /**
     * What is open after the operation; empty if its answer could not be given now.
     *
     * @param isNew whether a room of this id can have been created by somebody who was not told
     */
    default Optional<Opened> after(Operation operation, Predicate<String> isNew) {
        return switch (operation.answer()) {
            case Answer.Created created ->
                this instanceof None ? Optional.of(new Named(created.roomId())) : Optional.empty();
            case Answer.Found found ->
                isOpen(found.roomId(), isNew) ? Optional.of(new Named(found.roomId())) : Optional.empty();
            case Answer.Closed closed -> isOpen(closed.roomId(), isNew) ? Optional.of(new None()) : Optional.empty();
            case Answer.Said said ->
                isOpen(said.roomId(), isNew) ? Optional.of(new Named(said.roomId())) : Optional.empty();
            case Answer.Noted _ -> Optional.of(this);
            case Answer.Nothing _ -> this instanceof None ? Optional.of(this) : Optional.empty();
            case Answer.Refused _ -> afterRefusal(operation.wish());
            case Answer.Unknown _ -> Optional.of(afterAll(operation.wish()));
        };
    }

    private Optional<Opened> afterRefusal(Wish wish) {
        return this instanceof Named named && wish.isAbout(named.roomId()) ? Optional.empty() : Optional.of(this);
    }

    /** If it happened, and nobody was told. */
    private Opened afterAll(Wish wish) {
        return switch (wish) {
            case Wish.Get _ -> this instanceof None ? new Unnamed() : this;
            case Wish.Close close -> equals(new Named(close.roomId())) ? new None() : this;
            case Wish.Look _, Wish.Say _, Wish.Appear _ -> this;
        };
    }
}
