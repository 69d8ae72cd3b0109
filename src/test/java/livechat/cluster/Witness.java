package livechat.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/**
 * Finds for each answer the request on the log after which it was true: appended before the answer was given, and not before
 * one that explains an answer which somebody had when this one was asked for.
 */
final class Witness {

    /** Brokers stamp records with the time of their machine's clock, which may be set meanwhile. */
    private static final long CLOCK_STEP_MILLIS = 100;

    private final List<Step> steps;
    private final LongUnaryOperator millis;
    private final List<Told> told = new ArrayList<>();

    private Witness(List<Step> steps, LongUnaryOperator millis) {
        this.steps = steps;
        this.millis = millis;
    }

    /** An answer that was given, and the step that explains it. */
    private record Told(long returned, int step) {}

    /**
     * The answers of one visitor's history that nothing on the log explains.
     *
     * @param millis the time of the brokers' clock at a moment of the history's
     */
    static List<Operation> missing(List<Operation> operations, List<Step> steps, LongUnaryOperator millis) {
        Witness witness = new Witness(steps, millis);
        return operations.stream()
                .filter(Operation::isAnswered)
                .sorted(Comparator.comparingLong(Operation::invoked))
                .filter(operation -> !witness.finds(operation))
                .toList();
    }

    /** The first step that will do, so that those who ask later have as much to choose from as possible. */
    private boolean finds(Operation operation) {
        OptionalInt step = IntStream.range(earliest(operation), steps.size())
                .filter(index -> steps.get(index).explains(operation))
                .filter(index ->
                        steps.get(index).appended() <= millis.applyAsLong(operation.returned()) + CLOCK_STEP_MILLIS)
                .findFirst();
        step.ifPresent(index -> told.add(new Told(operation.returned(), index)));
        return step.isPresent();
    }

    private int earliest(Operation operation) {
        return told.stream()
                .filter(before -> before.returned() < operation.invoked())
                .mapToInt(Told::step)
                .max()
                .orElse(0);
    }
}
