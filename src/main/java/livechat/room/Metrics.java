package livechat.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How quickly a visitor is answered; upstream's formulas.
 *
 * @param questionAt upstream's v.lq: the first message of the visitor that is not answered, or the last that was
 * @param responseAt upstream's servedBy.lr: the last message that answered one of the visitor
 * @param response from the question on
 * @param reaction the first one from the agent's assignment on
 * @param responses how many
 */
public record Metrics(
        Optional<Instant> questionAt, Optional<Instant> responseAt, Times response, Times reaction, int responses) {

    public static final Metrics NONE = new Metrics(Optional.empty(), Optional.empty(), Times.NONE, Times.NONE, 0);

    /** The first of several times, and all of them together in milliseconds: seconds would not add up. */
    public record Times(Optional<First> first, long totalMillis) {

        static final Times NONE = new Times(Optional.empty(), 0);

        Times with(long millis) {
            return new Times(first, totalMillis + millis);
        }
    }

    /** When the first response was, and how long it took. */
    public record First(Instant at, long millis) {}

    /** After a message of the visitor: later ones of the same run do not move the question. */
    Metrics asked(Instant ts, Instant created) {
        Instant question = questionAt.orElse(created);
        Instant response = responseAt.orElse(created);
        return response.isBefore(question)
                ? this
                : new Metrics(Optional.of(ts), responseAt, this.response, reaction, responses);
    }

    /**
     * After a message that counts as a response.
     *
     * @param joined when the agent was assigned, or the room created
     */
    Metrics answered(Message message, Instant created, Instant joined) {
        Instant question = questionAt.orElse(created);
        boolean isOpen = question.isAfter(responseAt.orElse(created));
        Metrics after = this;
        if (responseAt.isEmpty()) {
            after = first(message.updatedAt(), question, joined);
        } else if (isOpen) {
            after = next(millis(question, message.updatedAt()));
        }
        return isOpen ? after.respondedAt(message.ts()) : after;
    }

    /** Upstream has no first response that took no time. */
    private Metrics first(Instant time, Instant question, Instant joined) {
        long waited = millis(question, time);
        long reacted = millis(joined, time);
        Metrics next =
                new Metrics(questionAt, responseAt, response.with(waited), reaction.with(reacted), responses + 1);
        return waited == 0 ? next : next.begun(new First(time, waited), new First(time, reacted));
    }

    private Metrics begun(First waited, First reacted) {
        return new Metrics(
                questionAt,
                responseAt,
                new Times(Optional.of(waited), response.totalMillis()),
                new Times(Optional.of(reacted), reaction.totalMillis()),
                responses);
    }

    private Metrics next(long millis) {
        return new Metrics(questionAt, responseAt, response.with(millis), reaction.with(millis), responses + 1);
    }

    private Metrics respondedAt(Instant ts) {
        return new Metrics(questionAt, Optional.of(ts), response, reaction, responses);
    }

    /** Writers' clocks differ; nothing takes less than no time. */
    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }
}
