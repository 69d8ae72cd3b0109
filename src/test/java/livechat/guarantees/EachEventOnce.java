package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

/** A read_committed consumer sees each event once, and its id never stands for another one. */
public final class EachEventOnce implements Guarantee {

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
                .filteredOn(event -> !event.type().equals("livechat.request-refused.v1"))
                .extracting(event -> event.type() + event.key())
                .as("what can happen only once to a room or a visitor")
                .doesNotHaveDuplicates();
    }
}
