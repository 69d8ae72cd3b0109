package livechat.fold;

import java.util.Optional;
import java.util.function.Supplier;
import livechat.ops.Meters;
import livechat.store.Applied;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Green when this instance can answer; amber when records had to be put aside; red when the fold has crashed for good. */
final class FoldHealth implements HealthIndicator {

    private final Supplier<Optional<KafkaStreams.State>> state;
    private final Applied applied;
    private final Meters meters;

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
        if (now != KafkaStreams.State.RUNNING || !applied.isCaughtUp()) {
            return Status.OUT_OF_SERVICE;
        }
        return meters.deadLetters() > 0 ? new Status("AMBER") : Status.UP;
    }
}
