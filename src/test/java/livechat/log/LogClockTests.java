package livechat.log;

import static livechat.room.RoomFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Health;

/** Deadlines are in the brokers' time, and a clock far from it shows. */
class LogClockTests {

    private final LogClock clock = new LogClock(Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofSeconds(8));

    @Test
    void takesTheBrokersClockForOursUntilItKnowsBetter() {
        assertThat(clock.deadline()).isEqualTo(NOON.plusSeconds(8));
        assertThat(clock.skew()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"5000, 13000", "-5000, 3000", "0, 8000"})
    void countsTheDeadlineFromTheBrokersClock(long ahead, long deadline) {
        clock.learn(NOON, NOON.plusMillis(ahead));

        assertThat(clock.skew()).isEqualTo(Duration.ofMillis(ahead));
        assertThat(clock.deadline()).isEqualTo(NOON.plusMillis(deadline));
    }

    @Test
    void believesAsMuchAsTheAcknowledgementsProve() {
        clock.learn(NOON, NOON.plusSeconds(5));
        clock.learn(NOON.minusSeconds(3), NOON.plusSeconds(3));
        assertThat(clock.skew()).as("within what is possible").isEqualTo(Duration.ofSeconds(5));

        clock.learn(NOON.minusSeconds(3), NOON.minusSeconds(1));
        assertThat(clock.skew()).as("brought down to it").isEqualTo(Duration.ofSeconds(2));

        clock.learn(NOON, NOON.minusMillis(2));
        assertThat(clock.skew()).isEqualTo(Duration.ofMillis(-2));
    }

    @ParameterizedTest
    @CsvSource({"0, UP", "1000, UP", "-1000, UP", "1001, AMBER", "-1001, AMBER"})
    void showsInHealthHowFarTheClocksAreApart(long ahead, String status) {
        clock.learn(NOON, NOON.plusMillis(ahead));
        Health health = new RequestLogHealth(clock).health();

        assertThat(health.getStatus().getCode()).isEqualTo(status);
        assertThat(health.getDetails()).containsEntry("clockSkewMillis", ahead);
    }
}
