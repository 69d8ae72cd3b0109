package livechat.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the talk in a room is.
 *
 * @param lastMessageAt upstream's lm; the room's creation while there is no message
 * @param messages upstream's msgs
 * @param posted how many messages there ever were; numbers them
 * @param users upstream's usersCount: the visitor, and one for each assignment of an agent
 * @param responseBy absent while the visitor waits
 * @param visitorMessageAt upstream's v.lastMessageTs
 * @param activeAt the visitor's last sign of life
 */
public record Conversation(
        Instant lastMessageAt,
        int messages,
        long posted,
        int users,
        boolean waitingResponse,
        Optional<ResponseBy> responseBy,
        Optional<Message> lastMessage,
        Optional<Instant> visitorMessageAt,
        Instant activeAt) {

    /** A message that was written longer ago, or later, comes from an import: it is only counted. */
    private static final Duration RECENT = Duration.ofSeconds(60);

    static Conversation begun(Instant time) {
        return new Conversation(time, 0, 0, 1, true, Optional.empty(), Optional.empty(), Optional.empty(), time);
    }

    Conversation joined() {
        return new Conversation(
                lastMessageAt,
                messages,
                posted,
                users + 1,
                waitingResponse,
                responseBy,
                lastMessage,
                visitorMessageAt,
                activeAt);
    }

    static boolean isOnlyCounted(Message message) {
        return message.author().keepsQuiet()
                || Duration.between(message.ts(), message.updatedAt()).abs().compareTo(RECENT) > 0;
    }

    Conversation counted() {
        return last(lastMessage, messages + 1, posted + 1);
    }

    /** After a message that is the last one now. */
    Conversation with(Message message) {
        boolean visitors = message.author() instanceof Author.OfVisitor;
        Optional<Agent> speaker = message.author().speaker();
        return new Conversation(
                message.ts(),
                messages + 1,
                posted + 1,
                users,
                visitors || (waitingResponse && speaker.isEmpty()),
                visitors
                        ? Optional.empty()
                        : speaker.map(agent -> response(agent, message)).or(() -> responseBy),
                Optional.of(message),
                visitors ? Optional.of(message.ts()) : visitorMessageAt,
                visitors ? message.updatedAt() : activeAt);
    }

    private ResponseBy response(Agent agent, Message message) {
        Instant first = responseBy.map(ResponseBy::first).orElse(message.ts());
        return new ResponseBy(agent, first, message.ts());
    }

    Conversation edited(Message message) {
        boolean isLast =
                lastMessage.filter(last -> last.id().equals(message.id())).isPresent();
        return isLast ? last(Optional.of(message), messages, posted) : this;
    }

    Conversation without(MessageId deleted, Optional<Message> remaining) {
        boolean wasLast = lastMessage.filter(last -> last.id().equals(deleted)).isPresent();
        return last(wasLast ? remaining : lastMessage, messages - 1, posted);
    }

    private Conversation last(Optional<Message> last, int messages, long posted) {
        return new Conversation(
                lastMessageAt, messages, posted, users, waitingResponse, responseBy, last, visitorMessageAt, activeAt);
    }
}
