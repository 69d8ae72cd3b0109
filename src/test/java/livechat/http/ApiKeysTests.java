package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

class ApiKeysTests {

    static final String KEY = "5f1d7a84db00d2fce00b31a7fc73224f";

    /** What {@code printf %s "$KEY" | openssl dgst -sha256} prints. */
    static final String HASH = "e582a3ab81d4fb2621e9ffbec5663841d5b112e59ce277a7bb4f66c53acf0aa1";

    private static Authentication offer(String key, String... configured) {
        return ApiKeys.of(List.of(configured)).authenticate(new PreAuthenticatedAuthenticationToken("", key));
    }

    @Test
    void knowsWhoseAKeyIs() {
        String other = HASH.replace('a', 'b');

        assertThat(offer(KEY, other, "crm:" + HASH).getName()).isEqualTo("crm");
        assertThat(offer(KEY, HASH, "crm:" + other).getName()).isEqualTo("key-1");
        assertThat(offer(KEY, HASH).isAuthenticated()).isTrue();
        assertThat(offer(KEY, HASH).toString()).doesNotContain(KEY, HASH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5f1d7a84db00d2fce00b31a7fc73224e", HASH, "crm"})
    void knowsNobodyElse(String key) {
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> offer(key, "crm:" + HASH));
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> offer(key));
    }

    /** Whoever sets the key where its hash belongs must not find it in the log. */
    @ParameterizedTest
    @ValueSource(strings = {KEY, "crm:" + KEY, "", "crm:", "Crm:" + HASH, HASH + "0", "a:b:" + HASH})
    void refusesWhatIsNoHashWithoutRepeatingIt(String configured) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKeys.of(List.of(HASH, configured)))
                .withMessageContaining("livechat.api-keys, number 2")
                .withMessageNotContainingAny(KEY, HASH);
    }
}
