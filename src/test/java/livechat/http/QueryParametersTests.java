package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTests {

    private static final Set<String> ALLOWED = Set.of("token", "rid", "agentId");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    token=abc                | abc
                    rid=r&token=abc          | abc
                    %74oken=abc              | abc
                    &&token=abc&             | abc
                    token=a+b                | a b
                    token=a%2Bb              | a+b
                    token=a%20b              | a b
                    token=a=b                | a=b
                    token=a%26rid%3Db        | a&rid=b
                    token=a;rid=b            | a;rid=b
                    token=%C3%A9%e2%82%ac    | é€
                    token=%F0%9F%98%80       | 😀
                    token=%00                | "\0"
                    token=                   | ""
                    token                    | ""
                    """)
    void decodesTheToken(String query, String token) {
        assertThat(QueryParameters.parse(query, ALLOWED).get("token")).isEqualTo(token.replace("\\0", "\0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "rid=1", "agentId=token"})
    void knowsNoTokenWhereThereIsNone(String query) {
        assertThat(QueryParameters.parse(query, ALLOWED).get("token")).isNull();
    }

    @Test
    void takesNoQueryForAnEmptyOne() {
        assertThat(QueryParameters.parse(null, ALLOWED).get("token")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    token=abc&foo=SECRET      | invalid-params | unknown key: foo
                    token[]=SECRET            | invalid-params | unknown key: token[]
                    token%5B%5D=SECRET        | invalid-params | unknown key: token[]
                    Token=SECRET              | invalid-params | unknown key: Token
                    =SECRET                   | invalid-params | unknown key:
                    %00%0A%E2%82%AC=SECRET    | invalid-params | unknown key: ???
                    token=SECRET&token=SECRET | invalid-params | repeated key: token
                    rid=1&token=2&r%69d=      | invalid-params | repeated key: rid
                    token&token               | invalid-params | repeated key: token
                    to%zzken=SECRET           | invalid-params | malformed key: to?zzken
                    token=%&foo=1             | invalid-params | unknown key: foo
                    rid=%                     | invalid-params | malformed value: rid
                    agentId=SECRET%C3         | invalid-params | malformed value: agentId
                    token=SECRET%             | invalid-token  |
                    token=SECRET%4            | invalid-token  |
                    token=SECRET%zz           | invalid-token  |
                    token=SECRET%4g           | invalid-token  |
                    token=SECRET%-1           | invalid-token  |
                    token=SECRET%C3           | invalid-token  |
                    token=SECRET%C0%80        | invalid-token  |
                    token=SECRET%ED%A0%80     | invalid-token  |
                    token=SECRET%FF           | invalid-token  |
                    token=SECRET%F5%80%80%80  | invalid-token  |
                    token=SECRETé             | invalid-token  |
                    token=SECRETÃ©            | invalid-token  |
                    token=SECRET%１1           | invalid-token  |
                    """)
    void refusesWhatIsNotExactlyRight(String query, String code, String details) {
        BadRequest refusal = refusalOf(query);
        assertThat(refusal.status().value()).isEqualTo(400);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.details() == null ? null : refusal.details().strip()).isEqualTo(details);
    }

    @Test
    void namesAtMostTheStartOfAKey() {
        assertThat(refusalOf("x".repeat(5000)).details()).isEqualTo("unknown key: " + "x".repeat(40));
    }

    private static BadRequest refusalOf(String query) {
        return catchThrowableOfType(BadRequest.class, () -> QueryParameters.parse(query, ALLOWED));
    }
}
