package livechat.guarantees;

import java.util.List;
import java.util.function.Supplier;

/** All promises of the main job, for the tests to run with all of them on. */
final class Guarantees {

    private final List<Guarantee> all;

    /**
     * Begins to watch.
     *
     * @param told what its operators get to see
     */
    Guarantees(Supplier<String> told) {
        all = List.of(new OneOpenRoom(), new AcknowledgedChangesStay(), new EachEventOnce(), new NoTokenOutside(told));
    }

    void saw(Exchange exchange) {
        all.forEach(guarantee -> guarantee.saw(exchange));
    }

    void check(TopicReader topics) {
        topics.awaitFold();
        all.forEach(guarantee -> guarantee.check(topics));
    }
}
