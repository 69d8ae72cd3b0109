package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.http.HttpStatus;

/** Reads a body whole, and gives up on one that is too long or too long under way. */
final class BoundedBody {

    private static final int CHUNK = 8192;

    private final int maxBytes;
    private final Duration maxTime;
    private final LongSupplier nanoTime;

    BoundedBody(int maxBytes, Duration maxTime, LongSupplier nanoTime) {
        this.maxBytes = maxBytes;
        this.maxTime = maxTime;
        this.nanoTime = nanoTime;
    }

    /**
     * @throws BadRequest 413 {@code body-too-large}, 408 {@code request-timeout}
     * @throws IOException when the client goes away, falls silent or breaks the protocol while it sends
     */
    byte[] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > maxBytes) {
            throw tooLarge();
        }
        long start = nanoTime.getAsLong();
        InputStream in = request.getInputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            body.write(chunk, 0, read);
            check(body.size(), nanoTime.getAsLong() - start);
        }
        return body.toByteArray();
    }

    /** The container bounds the time between two reads, so a client could send a byte now and then, for ever. */
    private void check(int bytes, long nanos) {
        if (bytes > maxBytes) {
            throw tooLarge();
        }
        if (nanos > maxTime.toNanos()) {
            throw new BadRequest(HttpStatus.REQUEST_TIMEOUT, "request-timeout", null);
        }
    }

    private static BadRequest tooLarge() {
        return new BadRequest(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", null);
    }
}
