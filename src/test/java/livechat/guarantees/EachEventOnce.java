package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

/** A read_committed consumer sees each event once, and its id never stands for another one. */
public final class EachEventOnce implements Guarantee {

    private static final Set<String> ONLY_ONCE =
            Set.of("livechat.visitor-registered.v1", "livechat.room-created.v1", "livechat.room-closed.v1");

    @Override
    public void saw(Exchange exchange) {
        // The topics alone tell.
    }

    @Override
    public void check(TopicReader topics) {
        assertThat(topics.events())
                .extracting(event -> event.headers().get("ce_id"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(topics.events())
                .filteredOn(event -> ONLY_ONCE.contains(event.type()))
                .extracting(event -> event.type() + event.key())
                .as("what can happen only once to a room or a visitor")
                .doesNotHaveDuplicates();
    }
}
