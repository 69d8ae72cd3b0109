package livechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingIT {

    /** Also where a cluster is named that is not there. */
    @Test
    void livesAndLeavesNothingBehind(@TempDir Path home, @TempDir Path temporary) throws Exception {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Training.class.getName());
        try (Program training = Program.start(home, Map.of("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1"), command)) {
            assertThat(training.ended(Duration.ofMinutes(2)))
                    .as(training::toString)
                    .isZero();
        }
        assertThat(temporary).isDirectoryNotContaining("glob:**room-service*");
        assertThat(home).isEmptyDirectory();
    }
}
