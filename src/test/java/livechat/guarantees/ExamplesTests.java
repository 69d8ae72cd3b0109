package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import livechat.Npm;
import livechat.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the examples test of themselves, in their own language. */
@Timeout(120)
class ExamplesTests {

    @Test
    void theAgentTakesRefusalsAsTheyAreMeant() throws Exception {
        Npm.install(Example.FOLDER);

        try (Program tests = Npm.node(Example.FOLDER.resolve("node-agent"), Map.of(), "--test")) {
            assertThat(tests.ended(Duration.ofSeconds(60))).as(tests.toString()).isZero();
            assertThat(tests.printed()).containsPattern("# pass [1-9]");
        }
    }
}
