package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class JsonBodyTests {

    private final JsonBody body = new JsonBody(new BoundedBody(1000, Duration.ofSeconds(10), () -> 0));

    private enum Kind {
        ONE
    }

    private record Part(@Nullable String key) {}

    private record Asked(
            @Nullable String rid,
            @Nullable Integer count,
            @Nullable Long time,
            @Nullable Boolean flag,
            @Nullable Kind kind,
            @Nullable List<Part> parts) {}

    @Test
    void readsWhatWasAskedFor() throws IOException {
        String json = """
                {"rid":"é\\u00e9","count":1,"time":2,"flag":true,"kind":"ONE","parts":[{"key":"k"},{}]}""";
        assertThat(read(json))
                .isEqualTo(new Asked("éé", 1, 2L, true, Kind.ONE, List.of(new Part("k"), new Part(null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " {\"rid\":null}\n", "{\"rid\":null,\"parts\":null}"})
    void leavesToTheCallerWhatIsMissing(String json) throws IOException {
        assertThat(read(json)).isEqualTo(new Asked(null, null, null, null, null, null));
    }

    @Test
    void refusesAnElementThatIsNone() {
        BadRequest refusal = catchThrowableOfType(BadRequest.class, () -> read("{\"parts\":[{},null]}"));
        assertThat(refusal.code()).isEqualTo("invalid-params");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "{\"rid\":\"SECRET}",
                "{\"rid\":\"SECRET\"}}",
                "{\"rid\":\"SECRET\"} {}",
                "{\"rid\":\"SECRET\"} x",
                "{\"rid\":\"SECRET\",\"rid\":\"b\"}",
                "{\"rid\":\"SECRET\",\"r\\u0069d\":\"b\"}",
                "{\"parts\":[{\"key\":\"SECRET\",\"key\":\"b\"}]}",
                "{\"rid\":\"SECRET\",}",
                "{rid:\"SECRET\"}",
                "{'rid':'SECRET'}",
                "{\"rid\":\"SECRET\n\"}",
                "{\"rid\":\"SECRET\\x\"}",
                "{\"rid\":\"SECRET\\ud800\"}",
                "{\"SECRET\\udc00\":1}",
                "/* SECRET */ {}",
                "{\"count\":NaN}",
                "{\"count\":01}",
                "{\"count\":111111111111111111111111111111111}",
                "{\"count\":1.11111111111111111111111111111111}",
                "{\"parts\":[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]}",
                "\ufeff\ufeff{}",
                "SECRET"
            })
    void refusesWhatIsNoJson(String json) {
        BadRequest refusal = refusalOf(json.getBytes(StandardCharsets.UTF_8));
        assertThat(refusal.status().value()).isEqualTo(400);
        assertThat(refusal.code()).isEqualTo("invalid-json");
        assertThat(refusal.details()).isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    lone continuation byte,  7b22726964223a2280227d
                    truncated sequence,      7b22726964223a22c3227d
                    overlong slash,          7b22726964223a22c0af227d
                    encoded surrogate,       7b22726964223a22eda080227d
                    Latin-1,                 7b22726964223a22e9227d
                    UTF-16,                  fffe7b007d00
                    UTF-16 without a mark,   7b007d00
                    """)
    void refusesWhatIsNotUtf8(String name, String hex) {
        assertThat(refusalOf(HexFormat.of().parseHex(hex)).code()).as(name).isEqualTo("invalid-json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"rid":"a","foo":"SECRET"}    | foo
                    {"Rid":"SECRET"}              | Rid
                    {"parts":[{},{"a b":"S"}]}    | parts[1].a?b
                    {"rid":1}                     | rid
                    {"rid":1.5}                   | rid
                    {"rid":1e999999999}           | rid
                    {"rid":true}                  | rid
                    {"rid":{}}                    | rid
                    {"rid":["SECRET"]}            | rid
                    {"count":"1"}                 | count
                    {"count":""}                  | count
                    {"count":1.0}                 | count
                    {"count":true}                | count
                    {"count":2147483648}          | count
                    {"time":9223372036854775808}  | time
                    {"time":1e999999999}          | time
                    {"flag":"true"}               | flag
                    {"flag":1}                    | flag
                    {"kind":0}                    | kind
                    {"kind":"SECRET"}             | kind
                    {"kind":""}                   | kind
                    {"parts":{"key":"SECRET"}}    | parts
                    {"parts":"SECRET"}            | parts
                    {"parts":["SECRET"]}          | parts[0]
                    {"parts":[{"key":1}]}         | parts[0].key
                    """)
    void namesTheKeyThatIsUnknownOrOfAnotherType(String json, String key) {
        BadRequest refusal = refusalOf(json.getBytes(StandardCharsets.UTF_8));
        assertThat(refusal.status().value()).isEqualTo(400);
        assertThat(refusal.code()).isEqualTo("invalid-params");
        assertThat(refusal.details()).isEqualTo("unknown key or wrong type: " + key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[{}]", "\"SECRET\"", "\"\"", "1", "true"})
    void asksForAnObject(String json) {
        BadRequest refusal = refusalOf(json.getBytes(StandardCharsets.UTF_8));
        assertThat(refusal.code()).isEqualTo("invalid-params");
        assertThat(refusal.details()).isEqualTo("not an object: body");
    }

    private Asked read(String json) throws IOException {
        return body.read(requestWith(json.getBytes(StandardCharsets.UTF_8)), Asked.class);
    }

    private BadRequest refusalOf(byte[] bytes) {
        return catchThrowableOfType(BadRequest.class, () -> body.read(requestWith(bytes), Asked.class));
    }

    private static MockHttpServletRequest requestWith(byte[] bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(bytes);
        return request;
    }
}
