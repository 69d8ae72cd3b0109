package livechat.store;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import livechat.room.Token;
import org.jspecify.annotations.Nullable;

/** The partitions that are here, and how far the fold is in each. The fold writes it, readers wait on it. */
public final class Applied {

    private final Map<Integer, Stay> stays = new ConcurrentHashMap<>();
    private final ThreadLocal<Lease> leases;

    public Applied() {
        this(Lease.NOT_NEEDED);
    }

    /**
     * Nothing is here yet.
     *
     * @param lease of threads that have none of their own
     */
    public Applied(Lease lease) {
        leases = ThreadLocal.withInitial(() -> lease);
    }

    /** What the calling thread takes from now on is under this lease. */
    public void under(Lease lease) {
        leases.set(lease);
    }

    /**
     * A partition came here.
     *
     * @param folded the offset that its store stands for; -1 is none
     * @param target the last offset of the log by now
     */
    public void taken(int partition, long folded, long target) {
        end(stays.put(partition, new Stay(folded, target, leases.get())));
    }

    /** Said of each visitor's row that has changed, before {@link #folded}. */
    public void changed(int partition, Token token) {
        stay(partition).ifPresent(stay -> stay.changed(token));
    }

    public void folded(int partition, long offset) {
        stay(partition).ifPresent(stay -> stay.folded(offset));
    }

    public void left(int partition) {
        end(stays.remove(partition));
    }

    private static void end(@Nullable Stay stay) {
        if (stay != null) {
            stay.end();
        }
    }

    /** The present stay of a partition; empty while it is not here. */
    public Optional<Stay> stay(int partition) {
        return Optional.ofNullable(stays.get(partition));
    }

    /** The partitions that are here. */
    public Set<Integer> partitions() {
        return Set.copyOf(stays.keySet());
    }

    /** Whether all that is here has folded what was on the log when it came. */
    public boolean isCaughtUp() {
        return stays.values().stream().allMatch(Stay::isCaughtUp);
    }
}
