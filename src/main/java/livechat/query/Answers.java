package livechat.query;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToIntFunction;
import livechat.ops.Meters;
import livechat.room.Asked;
import livechat.room.LogKey;
import livechat.room.Reply;
import livechat.store.Outcomes;
import livechat.store.Parked;

/** Asks the log and waits for the fold's word. A request that may be on the log is never answered from the store. */
public final class Answers {

    private final Append append;
    private final Outcomes outcomes;
    private final ToIntFunction<LogKey> partitions;
    private final Meters meters;

    Answers(Append append, Outcomes outcomes, ToIntFunction<LogKey> partitions, Meters meters) {
        this.append = append;
        this.outcomes = outcomes;
        this.partitions = partitions;
        this.meters = meters;
    }

    /** Writes a request to the log; done when it is there, and a failure means that it may be there all the same. */
    public interface Append {
        Future<?> append(Asked asked);
    }

    /**
     * Appends the request and returns what became of it. If its partition moves meanwhile the same request is appended
     * again: by its id the fold knows it, and gives the outcome it had.
     *
     * @throws RoomsUnavailable when there is no outcome in time; the request may still happen
     */
    public Reply ask(Asked asked, Patience patience) {
        try {
            while (!patience.isOver()) {
                Optional<Reply> reply = askOnce(asked, patience);
                if (reply.isPresent()) {
                    meters.answered(patience.spent());
                    return reply.get();
                }
            }
            throw new RoomsUnavailable("no outcome in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoomsUnavailable("interrupted while waiting for an outcome", e);
        }
    }

    private Optional<Reply> askOnce(Asked asked, Patience patience) throws InterruptedException {
        int partition = partitions.applyAsInt(asked.request().key());
        try (Parked parked = outcomes.park(partition, asked.id())
                .orElseThrow(() -> new RoomsUnavailable("too many callers are waiting"))) {
            meters.appended();
            append.append(asked).get(patience.left().toNanos(), TimeUnit.NANOSECONDS);
            return parked.await(patience.left());
        } catch (ExecutionException | TimeoutException e) {
            throw new RoomsUnavailable("the log did not confirm the request", e);
        }
    }
}
