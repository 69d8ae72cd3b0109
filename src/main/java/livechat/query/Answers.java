package livechat.query;

import java.util.concurrent.CompletableFuture;
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

    /** Writes a request to the log; done with its offset, and a failure means that it may be there all the same. */
    public interface Append {
        CompletableFuture<Long> append(Asked asked);
    }

    /**
     * Appends the request and returns what became of it.
     *
     * @throws Moved when the partition is not here or leaves meanwhile; the same request may be asked again, wherever
     *     it is then: by its id the fold knows it, and gives the outcome it had
     * @throws RoomsUnavailable when there is no outcome in time; the request may still happen
     */
    public Reply ask(Asked asked, Patience patience) {
        int partition = partitions.applyAsInt(asked.request().key());
        try (Parked parked = outcomes.park(partition, asked.id())
                .orElseThrow(() -> new RoomsUnavailable("too many callers are waiting"))) {
            if (parked.isToldAlready()) {
                throw Moved.before(); // Nobody here would fold it, and each try would be another copy on the log.
            }
            return await(parked, asked, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoomsUnavailable("interrupted while waiting for an outcome", e);
        }
    }

    /** One wait: whoever is told the outcome need not be told that the request is on the log. */
    private Reply await(Parked parked, Asked asked, Patience patience) throws InterruptedException {
        meters.appended();
        var _ = append.append(asked).whenComplete((_, failure) -> {
            if (failure != null) {
                parked.unconfirmed(failure);
            }
        });
        Parked.Word word = parked.await(patience.left()).orElseThrow(() -> new RoomsUnavailable("no outcome in time"));
        return switch (word) {
            case Parked.Word.Left _ -> throw Moved.after();
            case Parked.Word.Unconfirmed(Throwable cause) ->
                throw new RoomsUnavailable("the log did not confirm the request", cause);
            case Parked.Word.Told(Reply reply) -> {
                meters.answered(patience.spent());
                yield reply;
            }
        };
    }
}
