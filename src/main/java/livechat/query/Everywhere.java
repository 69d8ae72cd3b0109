package livechat.query;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/** Asks all instances, each about the partitions that it has. The answer is about all of them, or there is none. */
public final class Everywhere {

    private final Set<Integer> partitions;
    private final IntFunction<Route> owners;
    private final Duration deadline;
    private final Semaphore places;

    /**
     * Bounded in time and in number.
     *
     * @param partitions all that the log has
     * @param owners where each of them is by what is known now
     */
    Everywhere(Set<Integer> partitions, IntFunction<Route> owners, Duration deadline, int maxAtOnce) {
        this.partitions = Set.copyOf(partitions);
        this.owners = owners;
        this.deadline = deadline;
        this.places = new Semaphore(maxAtOnce);
    }

    /** Asks one instance; its answer may be about fewer partitions, and says about which. */
    public interface Asker<T> {

        Part<T> here(Set<Integer> partitions, Patience patience);

        Part<T> there(Route.Peer peer, Set<Integer> partitions, Patience patience)
                throws IOException, InterruptedException;
    }

    public Set<Integer> partitions() {
        return partitions;
    }

    /** For whoever is asked by another instance, too. */
    public Patience patience() {
        return new Patience(deadline);
    }

    /**
     * Asks until each partition was answered for exactly once.
     *
     * @return the answers, in no order
     * @throws RoomsUnavailable when some are missing after the deadline, and which; or when too many ask at once
     */
    public <T> List<T> ask(Asker<T> asker) {
        if (!places.tryAcquire()) {
            throw new RoomsUnavailable("too many lists at once");
        }
        try {
            return new Gathering<>(partitions, owners, asker, patience()).gather();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoomsUnavailable("interrupted while waiting for other instances", e);
        } finally {
            places.release();
        }
    }
}
