package livechat.query;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import livechat.store.Applied;
import livechat.store.Rows;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * The rows of the partitions that are folded here, without any proof that they are new: for whoever asks the log about
 * what they find, where the fold decides.
 */
public final class OwnRows {

    private final Copies copies;
    private final Applied applied;

    OwnRows(Copies copies, Applied applied) {
        this.copies = copies;
        this.applied = applied;
    }

    /** None while any of them still has to fold what was on the log when it came: what is seen then is long over. */
    public Set<Integer> partitions() {
        return applied.isCaughtUp() ? applied.partitions() : Set.of();
    }

    /** Empty when the partition has left. */
    public <T> Optional<T> ask(int partition, Function<Rows, T> question) {
        try {
            return Optional.of(question.apply(copies.active(partition).rows()));
        } catch (InvalidStateStoreException moving) {
            copies.forget(partition);
            return Optional.empty();
        } catch (Moved left) {
            return Optional.empty();
        }
    }
}
