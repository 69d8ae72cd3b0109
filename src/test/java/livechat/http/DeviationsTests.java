package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That an answer, or a request that was answered, which is not as described is noticed. */
class DeviationsTests {

    private static final String ROOM = "/api/v1/livechat/room";
    private static final String CLOSE = "/api/v1/livechat/room.close";
    private static final String CLOSED = "{\"rid\":\"a\",\"comment\":\"Closed by visitor\",\"success\":true}";
    private static final String REFUSED = "{\"success\":false,\"error\":\"CODE\",\"errorType\":\"CODE\"}";

    private final Deviations deviations = Deviations.find();

    private List<String> of(
            String method, String path, @Nullable String query, String body, int status, String answer) {
        return deviations.of(new HttpExchange(
                method,
                path,
                query,
                new HttpExchange.Message(Map.of(), body.replace('\'', '"')),
                status,
                new HttpExchange.Message(
                        Map.of("cache-control", "no-store", "x-room-read", "log"), answer.replace('\'', '"'))));
    }

    @Test
    void hasNothingAgainstWhatIsDescribed() {
        assertThat(of("POST", CLOSE, null, "{'rid':'a','token':'b'}", 200, CLOSED))
                .isEmpty();
        assertThat(of("POST", CLOSE, null, "{", 400, REFUSED.replace("CODE", "invalid-json")))
                .isEmpty();
        assertThat(of("DELETE", CLOSE, null, "", 405, REFUSED.replace("CODE", "method-not-allowed")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {'rid':'a','remark':'x','success':true}             | remark
            {'rid':'a','success':true}                          | comment
            {'rid':'a b','comment':'x','success':true}          | rid
            {'rid':'a','comment':7,'success':true}              | comment
            {'rid':'a','comment':'x','success':true,'more':1}   | more
            {'rid':                                             | no JSON
            """)
    void noticesAnAnswerThatIsDifferent(String answer, String problem) {
        assertThat(of("POST", CLOSE, null, "{'rid':'a','token':'b'}", 200, answer))
                .isNotEmpty()
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @Test
    void noticesACodeThatTheCallDoesNotGive() {
        assertThat(of("POST", CLOSE, null, "{}", 400, REFUSED.replace("CODE", "invalid-agent")))
                .hasSize(1);
        assertThat(of("POST", CLOSE, null, "{}", 418, REFUSED.replace("CODE", "teapot")))
                .singleElement()
                .asString()
                .startsWith("the status is not described");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '\0', textBlock = """
            POST | room.close | -          | {'rid':'a','token':'b','x':1} | x
            POST | room.close | -          | {'rid':'a'}                   | token
            POST | room.close | -          | -                             | no body
            POST | room.close | a=b        | {'rid':'a','token':'b'}       | the parameter a is not described
            POST | room.shut  | -          | {'rid':'a','token':'b'}       | the call is not described
            POST | room.onHold| -          | {'roomId':'a'}                | without a key
            """)
    void noticesARequestThatShouldNotHaveBeenAnswered(
            String method, String path, @Nullable String query, @Nullable String body, String problem) {
        assertThat(of(method, "/api/v1/livechat/" + path, query, body == null ? "" : body, 200, CLOSED))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @Test
    void noticesParametersAndHeaders() {
        assertThat(of("GET", ROOM, "rid=a", "", 200, "{}"))
                .anySatisfy(found -> assertThat(found).startsWith("the parameter token is missing"));
        HttpExchange kept = new HttpExchange(
                "POST",
                CLOSE,
                null,
                new HttpExchange.Message(Map.of("idempotency-key", "short"), "{\"rid\":\"a\",\"token\":\"b\"}"),
                200,
                new HttpExchange.Message(Map.of("x-room-read", "guess", "x-more", "1"), CLOSED));
        assertThat(deviations.of(kept))
                .hasSize(4)
                .anySatisfy(found -> assertThat(found).startsWith("the header Cache-Control is missing"))
                .anySatisfy(found -> assertThat(found).startsWith("header X-Room-Read"))
                .anySatisfy(found -> assertThat(found).startsWith("the header x-more is not described"))
                .anySatisfy(found -> assertThat(found).startsWith("parameter Idempotency-Key"));
    }
}
