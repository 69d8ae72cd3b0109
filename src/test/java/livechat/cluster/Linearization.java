package livechat.cluster;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an order in which one visitor's operations could have happened one by one, each between its invocation and its
 * return: Wing and Gong's search, with Lowe's memory of configurations that led nowhere. It knows nothing of the log.
 */
final class Linearization {

    /** Never met by far; a search that gets there would take the machine's memory. */
    private static final int MOST_CONFIGURATIONS = 1_000_000;

    private final List<Operation> operations;
    private final Set<Configuration> seen = new HashSet<>();

    private Linearization(List<Operation> operations) {
        this.operations = operations.stream()
                .filter(operation -> operation.isAnswered() || operation.wish().canChange())
                .sorted(Comparator.comparingLong(Operation::invoked))
                .toList();
    }

    /** Whether the history of one visitor is that of "an open room or none". */
    static boolean exists(List<Operation> operations) {
        Linearization linearization = new Linearization(operations);
        return linearization.announcesEachRoomOnce() && linearization.search(new BitSet(), new Opened.None());
    }

    private boolean announcesEachRoomOnce() {
        List<Answer> announced = operations.stream()
                .map(Operation::answer)
                .filter(Answer.Created.class::isInstance)
                .toList();
        return Set.copyOf(announced).size() == announced.size();
    }

    private record Configuration(BitSet done, Opened opened) {}

    private boolean search(BitSet done, Opened opened) {
        if (answered().allMatch(done::get)) {
            return true;
        }
        if (!seen.add(new Configuration((BitSet) done.clone(), opened))) {
            return false;
        }
        if (seen.size() > MOST_CONFIGURATIONS) {
            throw new IllegalStateException("undecided: too many operations without an answer");
        }
        return advance(done, opened);
    }

    /** What changes nothing and can come next may as well do so: no order is lost by that. */
    private boolean advance(BitSet done, Opened opened) {
        int[] candidates = candidates(done).toArray();
        for (int next : candidates) {
            if (operations.get(next).isAnswered() && opened.equals(after(next, done, opened))) {
                return take(next, done, opened);
            }
        }
        for (int next : candidates) {
            Opened after = after(next, done, opened);
            if (after != null && !after.equals(opened) && take(next, done, after)) {
                return true;
            }
        }
        return false;
    }

    private boolean take(int next, BitSet done, Opened after) {
        done.set(next);
        boolean found = search(done, after);
        done.clear(next);
        return found;
    }

    /** What was invoked before any of the others returned. */
    private IntStream candidates(BitSet done) {
        long firstReturn = answered()
                .filter(index -> !done.get(index))
                .mapToLong(index -> operations.get(index).returned())
                .min()
                .orElseThrow();
        return IntStream.range(0, operations.size())
                .filter(index -> !done.get(index) && operations.get(index).invoked() <= firstReturn);
    }

    private IntStream answered() {
        return IntStream.range(0, operations.size())
                .filter(index -> operations.get(index).isAnswered());
    }

    private @Nullable Opened after(int next, BitSet done, Opened opened) {
        Optional<Opened> after = opened.after(operations.get(next), id -> isNew(id, done));
        return after.orElse(null);
    }

    /** Whether a room that somebody created without being told can have this id. */
    private boolean isNew(String roomId, BitSet done) {
        return done.stream().noneMatch(index -> operations.get(index).mentions(roomId))
                && operations.stream().noneMatch(operation -> operation.answer().equals(new Answer.Created(roomId)));
    }
}
