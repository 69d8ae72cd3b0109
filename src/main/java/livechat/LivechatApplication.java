package livechat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import livechat.log.Ids;
import livechat.log.LogClock;
import livechat.log.LogEnds;
import livechat.log.Partitions;
import livechat.log.RequestLog;
import livechat.ops.Meters;
import livechat.query.Answers;
import livechat.query.ReadIndex;
import livechat.room.Asked;
import livechat.room.LogKey;
import livechat.room.ReadRequested;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** Main, and the wires between stages that do not know each other. */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
public class LivechatApplication {

    private final ApplicationContext application;

    LivechatApplication(ApplicationContext application) {
        this.application = application;
    }

    public static void main(String[] args) {
        SpringApplication.run(LivechatApplication.class, args);
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    static Supplier<Instant> now(Clock clock) {
        return clock::instant;
    }

    @Bean
    static Meters meters(MeterRegistry registry) {
        return new Meters(registry);
    }

    @Bean
    static Answers.Append append(RequestLog log) {
        return log::append;
    }

    /** Marks are nobody's requests: they get ids of their own. */
    @Bean
    static Function<LogKey, CompletableFuture<Long>> appendMark(
            RequestLog log, Ids ids, Clock clock, LogClock logClock) {
        return key -> log.append(new Asked(
                ids.requestId(), clock.instant(), logClock.deadline(), Optional.empty(), new ReadRequested(key)));
    }

    @Bean
    static ReadIndex.Log endsOfTheLog(LogEnds ends) {
        return ends::last;
    }

    @Bean
    static ToIntFunction<LogKey> partitionOfKey(Partitions partitions) {
        return partitions::of;
    }

    @Bean
    static IntSupplier partitionCount(Partitions partitions) {
        return partitions::count;
    }

    @Bean
    static Supplier<Optional<KafkaStreams>> runningStreams(StreamsBuilderFactoryBean streams) {
        return () -> Optional.ofNullable(streams.getKafkaStreams());
    }

    /** A process whose fold is dead must not stay: its supervisor starts a new one, its partitions go to others. */
    @EventListener
    void endWhenBroken(AvailabilityChangeEvent<LivenessState> event) {
        if (event.getState() == LivenessState.BROKEN) {
            Thread.ofPlatform()
                    .name("end")
                    .daemon(false) // The process must not be gone before it has said how it ended.
                    .start(() -> System.exit(SpringApplication.exit(application, () -> 1)));
        }
    }
}
