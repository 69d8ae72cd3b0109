package livechat.fold;

import livechat.log.Partitions;
import livechat.ops.Meters;
import livechat.store.Applied;
import livechat.store.Outcomes;

/** What the folds of all partitions of this process share. */
record Surroundings(Partitions partitions, Arrival.Desk desk, Applied applied, Outcomes outcomes, Meters meters) {}
