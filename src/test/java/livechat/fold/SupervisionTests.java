package livechat.fold;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What follows from a crash of the fold. */
@ExtendWith(OutputCaptureExtension.class)
class SupervisionTests {

    private static final StreamsException BEHIND =
            new StreamsException("failed to initialize processor fold", new StateBehind(10, 3977, 3995));

    private final Supervision supervision = new Supervision(() -> {});

    /** Whoever lost the partition while it came, or did not see the end of a transaction yet, is right at the next start. */
    @Test
    void restoresAStoreThatIsBehindBeforeItCallsTheChangelogLost(CapturedOutput output) {
        assertThat(Stream.generate(() -> supervision.handle(BEHIND)).limit(3)).containsOnly(REPLACE_THREAD);
        assertThat(output.getAll()).doesNotContain("SPRING_KAFKA_STREAMS_APPLICATION_ID");

        assertThat(supervision.handle(BEHIND)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(output.getAll())
                .contains("ends at offset 3977, but offset 3994 is committed: the changelog has lost records")
                .contains("SPRING_KAFKA_STREAMS_APPLICATION_ID");
    }

    @Test
    void endsTheProcessAtTheFourthCrash() {
        assertThat(Stream.generate(() -> supervision.handle(new IllegalStateException("a bug")))
                        .limit(4))
                .containsExactly(REPLACE_THREAD, REPLACE_THREAD, REPLACE_THREAD, SHUTDOWN_CLIENT);
    }
}
