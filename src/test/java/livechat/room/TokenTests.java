package livechat.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A secret that is also a key: nothing may be lost on its way to bytes, and nothing shown. */
class TokenTests {

    private static final String TWO_BYTES = "\u00e9";
    private static final String FOUR_BYTES = "\ud83d\ude00";

    static Stream<String> wellFormed() {
        return Stream.of(
                "a", " ", "a b", "%", TWO_BYTES, "a".repeat(256), TWO_BYTES.repeat(128), FOUR_BYTES.repeat(64));
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void takesUpTo256BytesOfAnyText(String text) {
        assertThat(new Token(text).value()).isEqualTo(text);
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "a".repeat(257),
                TWO_BYTES.repeat(128) + "a",
                FOUR_BYTES.repeat(64) + "a",
                "a\0",
                "a\nb",
                "\u007f",
                "\u0085",
                "\ud83d",
                "\ude00a");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatTwoVisitorsCouldShare(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Token(text));
    }

    @Test
    void isNotShown() {
        Token token = new Token("very-secret");

        assertThat(token.toString() + new CloseRequested(token, new RoomId("r")))
                .doesNotContain("very-secret");
    }
}
