package livechat.fold;

import livechat.log.Partitions;
import livechat.log.RequestCodec;
import livechat.ops.Meters;
import livechat.room.Decision;
import livechat.room.Reply;
import livechat.store.Applied;
import livechat.store.Outcomes;
import org.apache.kafka.common.header.Headers;

/** What the folds of all partitions of this process share: whom they ask, and who listens. */
record Surroundings(Partitions partitions, Arrival.Desk desk, Applied applied, Outcomes outcomes, Meters meters) {

    /** Before the commit: whoever folds this log again comes to the same outcome. */
    void tell(Fold.Folded folded) {
        Decision decision = folded.change().decision();
        meters.folded(decision.word());
        outcomes.tell(
                folded.landed().asked().id(),
                new Reply(decision.outcome(), folded.change().after(), decision.room()));
    }

    /** Whoever waits for a record that went to the dead letters waits for nothing. */
    void putAside(Headers headers) {
        meters.deadLettered();
        RequestCodec.id(headers).ifPresent(outcomes::fail);
    }
}
