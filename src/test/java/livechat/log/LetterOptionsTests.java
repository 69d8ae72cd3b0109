package livechat.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;

/** What an operator may ask. */
class LetterOptionsTests {

    private static LetterOptions options(String line) {
        return new LetterOptions(new DefaultApplicationArguments(line.isEmpty() ? new String[0] : line.split(" ", -1)));
    }

    @Test
    void listsWhereNothingElseIsAsked() {
        assertThat(options("").command()).isEqualTo("list");
        assertThat(options("--json --open").command()).isEqualTo("list");
        assertThat(options("--since=2026-01-02T12:00:00Z").time("since"))
                .contains(Instant.parse("2026-01-02T12:00:00Z"));
    }

    @Test
    void namesALetter() {
        LetterOptions options = options("--put-back=2-45 --header=ce_type=a --header=ce_time= --wait=5");

        assertThat(options.command()).isEqualTo("put-back");
        assertThat(options.letter()).isEqualTo(new LetterId(2, 45));
        assertThat(options.values("header")).containsExactly("ce_type=a", "ce_time=");
        assertThat(options.seconds("wait")).contains(Duration.ofSeconds(5));
    }

    @Test
    void leavesSettingsToTheirOwner() {
        assertThat(options("--spring.kafka.bootstrap-servers=there:9092 --list").command())
                .isEqualTo("list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--list --put-back=2-45",
                "all",
                "--josn",
                "--show=2-45 --value=x",
                "--list --to=x",
                "--put-back",
                "--put-back=",
                "--show=45",
                "--show=2-",
                "--show=-1-4",
                "--show=2-9999999999999999999"
            })
    void refusesWhatMakesNoSense(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> options(line));
    }

    @Test
    void refusesTimesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--since=yesterday").time("since"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--put-back=2-45 --wait=long").seconds("wait"));
    }
}
