package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class JsonBodySizeTests {

    private static final int LIMIT = 200;

    private static final long UNKNOWN = -1;

    private final JsonBody body = new JsonBody(LIMIT);

    private record Asked() {}

    @Test
    void readsUpToTheLimit() throws IOException {
        assertThat(body.read(request(LIMIT, UNKNOWN), Asked.class)).isEqualTo(new Asked());
    }

    @Test
    void refusesAByteMore() {
        assertTooLarge(request(LIMIT + 1, UNKNOWN));
    }

    @Test
    void believesALengthThatIsTooLarge() {
        assertTooLarge(request(2, LIMIT + 1));
    }

    private void assertTooLarge(MockHttpServletRequest request) {
        BadRequest refusal = catchThrowableOfType(BadRequest.class, () -> body.read(request, Asked.class));
        assertThat(refusal.status().value()).isEqualTo(413);
        assertThat(refusal.code()).isEqualTo("body-too-large");
    }

    private static MockHttpServletRequest request(int sent, long announced) {
        MockHttpServletRequest request = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return announced;
            }
        };
        request.setContent(("{}" + " ".repeat(sent - 2)).getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
