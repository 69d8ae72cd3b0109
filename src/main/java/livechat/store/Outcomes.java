package livechat.store;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import livechat.room.Reply;
import livechat.room.RequestId;

/** The callers who wait for the outcome of a request, parked under its id. Their number is bounded. */
public final class Outcomes {

    private final Map<RequestId, Set<Parked>> waiting = new ConcurrentHashMap<>();
    private final Semaphore places;
    private final Applied applied;

    public Outcomes(int places, Applied applied) {
        this.places = new Semaphore(places);
        this.applied = applied;
    }

    /** Has to come before the append, or the outcome may pass by; empty when there is no place left. */
    public Optional<Parked> park(int partition, RequestId id) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        Stay stay = applied.stay(partition).orElseGet(Stay::none);
        Parked parked = new Parked(partition, stay, caller -> leave(id, caller));
        waiting.compute(id, (_, callers) -> {
            Set<Parked> all = callers == null ? ConcurrentHashMap.newKeySet() : callers;
            all.add(parked);
            return all;
        });
        if (stay.isOver()) {
            parked.left(partition); // Those who wait were told already, and nobody would tell this one.
        }
        return Optional.of(parked);
    }

    /** The fold has applied the request. */
    public void tell(RequestId id, Reply reply) {
        waiting.getOrDefault(id, Set.of()).forEach(parked -> parked.tell(reply));
    }

    /** The request was on the log and could not be folded: there will be no outcome. */
    public void fail(RequestId id) {
        waiting.getOrDefault(id, Set.of()).forEach(Parked::fail);
    }

    /** The partition leaves this instance: its callers have to ask again, wherever it is then. */
    public void left(int partition) {
        waiting.values().forEach(callers -> callers.forEach(parked -> parked.left(partition)));
    }

    public int size() {
        return waiting.size();
    }

    private void leave(RequestId id, Parked parked) {
        waiting.computeIfPresent(id, (_, callers) -> {
            callers.remove(parked);
            return callers.isEmpty() ? null : callers;
        });
        places.release();
    }
}
