package livechat.directory;

import java.util.function.BooleanSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Not in service before the topics have been read once; amber while the last record of some key cannot be read; red when
 * a bug has ended the reading.
 */
final class DirectoryHealth implements HealthIndicator {

    private final Directory directory;
    private final BooleanSupplier hasFailed;

    DirectoryHealth(Directory directory, BooleanSupplier hasFailed) {
        this.directory = directory;
        this.hasFailed = hasFailed;
    }

    @Override
    public Health health() {
        Tables tables = directory.tables();
        return Health.status(status(tables))
                .withDetail("agents", tables.agents().size())
                .withDetail("departments", tables.departments().size())
                .withDetail("unreadable", tables.unreadable())
                .build();
    }

    private Status status(Tables tables) {
        if (hasFailed.getAsBoolean()) {
            return Status.DOWN;
        }
        if (!directory.isReady()) {
            return Status.OUT_OF_SERVICE;
        }
        return tables.unreadable() > 0 ? new Status("AMBER") : Status.UP;
    }
}
