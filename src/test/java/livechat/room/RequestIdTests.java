package livechat.room;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.PAUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids of requests: their form, and what becomes of the keys that clients choose. */
class RequestIdTests {

    private static final String KEY = "key-of-16-letters";

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "____------------"})
    void takesSixteenToSixtyFourPlainCharacters(String id) {
        assertThat(new RequestId(id)).hasToString(id);
        assertThat(new RequestId("a".repeat(64)).value()).hasSize(64);
    }

    static Stream<String> malformed() {
        return Stream.of(
                "", "a".repeat(15), "a".repeat(65), "a".repeat(16) + "\n", "a".repeat(16) + " ", "\u00e9".repeat(16));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesEverythingElse(String id) {
        assertThat(RequestId.isWellFormed(id)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestId(id));
        assertThatIllegalArgumentException().isThrownBy(() -> RequestId.of(MARY, id));
    }

    /** Written out, because a retry may reach another version of the service. */
    @Test
    void makesTheSameIdOfTheSameKeyForEver() {
        assertThat(RequestId.of(MARY, KEY)).hasToString("2F0KUL6I_7p7-rFt5splRmyaXgHxToTt5pPf2Y-S0qI");
    }

    @Test
    void keepsTheKeysOfTwoVisitorsApart() {
        assertThat(RequestId.of(MARY, KEY)).isNotEqualTo(RequestId.of(PAUL, KEY));
    }

    @Test
    void showsNothingOfATokenThatIsUsedAsKey() {
        Token token = new Token("a-token-that-fits-a-key");

        assertThat(RequestId.of(token, token.value()).value()).doesNotContain(token.value());
    }
}
