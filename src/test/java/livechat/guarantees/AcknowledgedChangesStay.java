package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a client was told has happened: every room it got exists, and is closed if and only if someone closed it. */
final class AcknowledgedChangesStay implements Guarantee {

    private final Set<String> got = ConcurrentHashMap.newKeySet();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    @Override
    public void saw(Exchange exchange) {
        if (exchange.isAnswered()) {
            (exchange.kind() == Exchange.Kind.ROOM ? got : closed).add(String.valueOf(exchange.roomId()));
        }
    }

    @Override
    public void check(TopicReader topics) {
        Map<String, Boolean> open = new HashMap<>();
        topics.rooms().forEach(room -> open.put(room.key(), room.json().has("open")));
        Set<String> openAtTheEnd = new HashSet<>(got);
        openAtTheEnd.removeAll(closed);

        assertThat(got).as("rooms that were answered").isNotEmpty();
        assertThat(open.keySet()).as("rooms on the topic").containsAll(got);
        assertThat(openAtTheEnd).as("rooms nobody closed").allMatch(open::get);
        assertThat(closed).as("rooms that were closed").noneMatch(open::get);
    }
}
