package livechat.fold;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.assignment.KafkaStreamsAssignment;
import org.apache.kafka.streams.processor.assignment.KafkaStreamsAssignment.AssignedTask;
import org.apache.kafka.streams.processor.assignment.KafkaStreamsState;

/** One instance while partitions are assigned: what it had, and what it is to have. */
final class Seat {

    private final KafkaStreamsState instance;
    private final Predicate<TaskId> hasState;
    private final Set<TaskId> active = new TreeSet<>();
    private final Set<TaskId> standby = new TreeSet<>();
    private final Set<TaskId> leaving = new TreeSet<>();
    private final Set<TaskId> coming = new TreeSet<>();

    /**
     * An empty one.
     *
     * @param hasState of which partitions its copy is young enough to go on from
     */
    Seat(KafkaStreamsState instance, Predicate<TaskId> hasState) {
        this.instance = instance;
        this.hasState = hasState;
    }

    boolean folded(TaskId partition) {
        return instance.previousActiveTasks().contains(partition);
    }

    boolean hasState(TaskId partition) {
        return hasState.test(partition);
    }

    boolean isFree(TaskId partition) {
        return !active.contains(partition) && !standby.contains(partition);
    }

    void fold(TaskId partition) {
        active.add(partition);
    }

    void follow(TaskId partition) {
        standby.add(partition);
    }

    /** Those that it could give to another one. */
    Stream<TaskId> spare() {
        return active.stream().filter(partition -> !leaving.contains(partition));
    }

    /** At once if the other one has its state; else when that has copied it. */
    boolean give(TaskId partition, Seat taker) {
        if (taker.hasState(partition)) {
            active.remove(partition);
            taker.fold(partition);
            return true;
        }
        leaving.add(partition);
        taker.coming.add(partition);
        taker.follow(partition);
        return false;
    }

    /** Partitions to fold for each thread, when all that moves has moved and it had so many more. */
    double load(int more) {
        int folded = active.size() - leaving.size() + coming.size() + more;
        return (double) folded / instance.numProcessingThreads();
    }

    int size() {
        return active.size() + standby.size();
    }

    KafkaStreamsAssignment assignment() {
        return KafkaStreamsAssignment.of(
                instance.processId(),
                Stream.concat(
                                active.stream().map(task -> new AssignedTask(task, AssignedTask.Type.ACTIVE)),
                                standby.stream().map(task -> new AssignedTask(task, AssignedTask.Type.STANDBY)))
                        .collect(Collectors.toSet()));
    }
}
