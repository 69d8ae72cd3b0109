package livechat.fold;

import java.util.Optional;
import java.util.function.Supplier;
import livechat.ops.Meters;
import livechat.store.Applied;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Green once this instance has its place among the others: whatever moves later, it knows whom to ask. Amber when records
 * had to be put aside; red when the fold has crashed for good.
 */
final class FoldHealth implements HealthIndicator {

    private final Supplier<Optional<KafkaStreams.State>> state;
    private final Applied applied;
    private final Meters meters;

    /** Stays true: partitions that come later keep only their own visitors waiting. */
    private volatile boolean joined;

    FoldHealth(Supplier<Optional<KafkaStreams.State>> state, Applied applied, Meters meters) {
        this.state = state;
        this.applied = applied;
        this.meters = meters;
    }

    @Override
    public Health health() {
        KafkaStreams.State now = state.get().orElse(KafkaStreams.State.CREATED);
        return Health.status(status(now))
                .withDetail("streams", now.name())
                .withDetail("caughtUp", applied.isCaughtUp())
                .withDetail("deadLetters", meters.deadLetters())
                .build();
    }

    private Status status(KafkaStreams.State now) {
        if (now.hasStartedOrFinishedShuttingDown() && !now.isRunningOrRebalancing()) {
            return Status.DOWN;
        }
        joined = joined || (now == KafkaStreams.State.RUNNING && applied.isCaughtUp());
        if (!joined) {
            return Status.OUT_OF_SERVICE;
        }
        return meters.deadLetters() > 0 ? new Status("AMBER") : Status.UP;
    }
}
