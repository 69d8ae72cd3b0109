package livechat.fold;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.TaskAssignmentException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.assignment.ApplicationState;
import org.apache.kafka.streams.processor.assignment.AssignmentConfigs;
import org.apache.kafka.streams.processor.assignment.KafkaStreamsState;
import org.apache.kafka.streams.processor.assignment.TaskAssignor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which instance has which partition: whoever has it keeps it while all have about as many, and nobody gets one before
 * its state is there, as long as somebody has that.
 *
 * <p>Kafka Streams' default deals all partitions anew when an instance comes or goes: they move between those that stay,
 * too, and visitors wait for each that moves. Its sticky assignor moves fewer, but does not look where the state is.
 */
public final class StickyAssignor implements TaskAssignor {

    /** The setting with the clock, a {@code Supplier<Instant>}: the fold has none of its own. */
    static final String NOW = "livechat.now";

    private static final Logger LOG = LoggerFactory.getLogger(StickyAssignor.class);

    private @Nullable Supplier<Instant> now;

    @Override
    @SuppressWarnings("unchecked") // FoldConfiguration has put it there.
    public void configure(Map<String, ?> settings) {
        now = (Supplier<Instant>) settings.get(NOW);
    }

    @Override
    public TaskAssignment assign(ApplicationState application) {
        AssignmentConfigs settings = application.assignmentConfigs();
        Seating seating = new Seating(seats(application, settings.acceptableRecoveryLag()));
        List<TaskId> partitions =
                application.allTasks().keySet().stream().sorted().toList();
        partitions.forEach(seating::seat);
        boolean isWarmingUp = seating.balance();
        partitions.forEach(partition -> seating.follow(partition, settings.numStandbyReplicas()));
        if (!isWarmingUp) {
            return new TaskAssignment(seating.assignments());
        }
        Instant next = Objects.requireNonNull(now, NOW).get().plusMillis(settings.probingRebalanceIntervalMs());
        return new TaskAssignment(seating.assignments().stream()
                .map(each -> each.withFollowupRebalance(next))
                .toList());
    }

    /** The partitions have to go somewhere, whether or not it is known how old each copy is. */
    private static List<Seat> seats(ApplicationState application, long acceptableLag) {
        try {
            return application.kafkaStreamsStates(true).values().stream()
                    .map(instance -> new Seat(instance, partition -> instance.lagFor(partition) <= acceptableLag))
                    .toList();
        } catch (TaskAssignmentException unknown) {
            LOG.warn("The brokers do not say how far each copy is; whatever an instance has counts", unknown);
            return application.kafkaStreamsStates(false).values().stream()
                    .map(instance -> new Seat(instance, partition -> had(instance, partition)))
                    .toList();
        }
    }

    private static boolean had(KafkaStreamsState instance, TaskId partition) {
        return instance.previousActiveTasks().contains(partition)
                || instance.previousStandbyTasks().contains(partition);
    }
}
