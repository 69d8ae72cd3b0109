package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BoundedBodyTests {

    private static final int LIMIT = 200;

    private static final long UNKNOWN = -1;

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);

    private final BoundedBody body = new BoundedBody(LIMIT, Duration.ofSeconds(10), nanoTime::get);

    @Test
    void readsUpToTheLimit() throws IOException {
        assertThat(body.read(request(LIMIT, UNKNOWN))).hasSize(LIMIT);
    }

    @Test
    void refusesAByteMore() {
        assertRefused(request(LIMIT + 1, UNKNOWN), 413, "body-too-large");
    }

    @Test
    void believesALengthThatIsTooLarge() {
        assertRefused(request(2, LIMIT + 1), 413, "body-too-large");
    }

    @Test
    void takesABodyThatComesByteByByteInTime() throws IOException {
        assertThat(body.read(slowRequest(100, Duration.ofMillis(100)))).hasSize(100);
    }

    /** The clock of the machine may be anywhere, also just before its overflow. */
    @Test
    void givesUpOnABodyThatComesByteByByte() {
        assertRefused(slowRequest(101, Duration.ofMillis(100)), 408, "request-timeout");
    }

    private void assertRefused(MockHttpServletRequest request, int status, String code) {
        BadRequest refusal = catchThrowableOfType(BadRequest.class, () -> body.read(request));
        assertThat(refusal.status().value()).isEqualTo(status);
        assertThat(refusal.code()).isEqualTo(code);
    }

    private static MockHttpServletRequest request(int sent, long announced) {
        MockHttpServletRequest request = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return announced;
            }
        };
        request.setContent(new byte[sent]);
        return request;
    }

    private MockHttpServletRequest slowRequest(int bytes, Duration each) {
        return new MockHttpServletRequest() {
            @Override
            public ServletInputStream getInputStream() {
                return new Drops(bytes, each);
            }
        };
    }

    private final class Drops extends ServletInputStream {

        private final Duration each;
        private int left;

        private Drops(int bytes, Duration each) {
            this.left = bytes;
            this.each = each;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int read = read();
            if (read >= 0) {
                into[from] = (byte) read;
            }
            return read < 0 ? -1 : 1;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            nanoTime.addAndGet(each.toNanos());
            return ' ';
        }

        @Override
        public boolean isFinished() {
            return left == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
