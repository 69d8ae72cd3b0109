package livechat.log;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Strangers' bytes as a terminal may see them. */
final class Printable {

    /** More than any name of ours, and as much as a cause. */
    private static final int MAX_LENGTH = 500;

    private Printable() {}

    /** Without control characters, which a terminal would obey. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "\uFFFD");
    }

    static Optional<String> header(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value).map(Printable::text);
    }

    /** The same for everybody's eyes: the key, which can be a visitor's token, is not said, wherever it stands. */
    static String masked(String text, byte @Nullable [] key) {
        String secret = key == null ? "" : text(key);
        String safe = secret.isEmpty() ? text : text.replace(secret, "<key>");
        return safe.substring(0, Math.min(safe.length(), MAX_LENGTH));
    }
}
