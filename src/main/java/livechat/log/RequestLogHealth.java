package livechat.log;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Amber when this machine's clock is far from the brokers': times in events come from here. */
final class RequestLogHealth implements HealthIndicator {

    private static final Duration TOLERATED = Duration.ofSeconds(1);

    private final LogClock clock;

    RequestLogHealth(LogClock clock) {
        this.clock = clock;
    }

    @Override
    public Health health() {
        Duration skew = clock.skew();
        boolean apart = skew.abs().compareTo(TOLERATED) > 0;
        return Health.status(apart ? new Status("AMBER") : Status.UP)
                .withDetail("clockSkewMillis", skew.toMillis())
                .build();
    }
}
