package livechat.timer;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import livechat.log.LogClock;
import livechat.log.RequestLog;
import livechat.query.OwnRows;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what time asks for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    TimerConfiguration.OfRooms.class,
    TimerConfiguration.OfVisitors.class,
    TimerConfiguration.Pace.class
})
class TimerConfiguration {

    /**
     * How long rooms stay as they are.
     *
     * @param idleCloseAfter absent: idle rooms stay open
     * @param retention absent: closed rooms are kept for ever
     */
    @ConfigurationProperties("livechat.room")
    record OfRooms(
            @Nullable Duration idleCloseAfter, @Nullable Duration retention) {}

    /**
     * How long visitors without rooms are kept.
     *
     * @param retention absent: for ever
     */
    @ConfigurationProperties("livechat.visitor")
    record OfVisitors(@Nullable Duration retention) {}

    /**
     * How often all rows are gone through.
     *
     * @param pause between two rounds
     */
    @ConfigurationProperties("livechat.timer")
    record Pace(Duration pause) {

        Pace {
            if (!pause.isPositive()) {
                throw new IllegalArgumentException("livechat.timer.pause has to be positive: " + pause);
            }
        }
    }

    @Bean
    Periods periods(OfRooms rooms, OfVisitors visitors) {
        return new Periods(
                Optional.ofNullable(rooms.idleCloseAfter()),
                Optional.ofNullable(rooms.retention()),
                Optional.ofNullable(visitors.retention()));
    }

    @Bean(initMethod = "start")
    Rounds rounds(OwnRows rows, RequestLog log, LogClock logClock, Periods periods, Clock clock, Pace pace) {
        Sweep sweep = new Sweep(rows, new Sweep.Log(log::append, logClock::deadline), periods, clock);
        return new Rounds(sweep, pace.pause());
    }
}
