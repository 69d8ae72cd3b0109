package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A visitor never has two open rooms, and only one caller is told that a room is new. */
final class OneOpenRoom implements Guarantee {

    private final Queue<String> announced = new ConcurrentLinkedQueue<>();

    @Override
    public void saw(Exchange exchange) {
        if (exchange.newRoom()) {
            announced.add(String.valueOf(exchange.roomId()));
        }
    }

    @Override
    public void check(TopicReader topics) {
        assertThat(announced).as("rooms that a caller was told are new").doesNotHaveDuplicates();
        Map<String, String> open = new HashMap<>();
        for (TopicReader.Message event : topics.events()) {
            String visitor = event.json().at("/room/v/_id").stringValue("none");
            switch (event.type()) {
                case "livechat.room-created.v1" ->
                    assertThat(open.put(visitor, event.key()))
                            .as("the room that was open when %s was created", event.key())
                            .isNull();
                case "livechat.room-closed.v1" ->
                    assertThat(open.remove(visitor)).isEqualTo(event.key());
                default -> {
                    // Opens and closes nothing.
                }
            }
        }
    }
}
