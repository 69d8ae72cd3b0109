package livechat.cluster;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import livechat.guarantees.TopicReader;

/** A message that was answered as posted is there once, however often it was posted; and none is there twice. */
final class Messages {

    private final Set<String> acknowledged;

    private Messages(Set<String> acknowledged) {
        this.acknowledged = acknowledged;
    }

    /** Those that a client was told are there. */
    static Messages acknowledged(Collection<Operation> operations) {
        return new Messages(operations.stream()
                .filter(operation -> operation.answer() instanceof Answer.Said)
                .map(Operation::wish)
                .filter(Wish.Say.class::isInstance)
                .map(Wish.Say.class::cast)
                .map(Wish.Say::messageId)
                .collect(Collectors.toSet()));
    }

    /** The ids of all that were published as added. */
    static List<String> published(TopicReader topics) {
        return topics.events().stream()
                .filter(event -> event.type().equals("livechat.message-added.v1"))
                .map(event -> event.json().at("/message/_id").asString())
                .toList();
    }

    /** What is wrong with the ids of the messages that are there. */
    List<String> violations(String where, List<String> ids) {
        Set<String> there = new HashSet<>();
        Stream<String> twice = ids.stream().filter(id -> !there.add(id)).distinct().toList().stream()
                .map(id -> "message %s is twice in %s".formatted(id, where));
        Stream<String> lost = acknowledged.stream()
                .filter(id -> !there.contains(id))
                .sorted()
                .map(id -> "message %s was acknowledged and is not in %s".formatted(id, where));
        return Stream.concat(twice, lost).toList();
    }
}
