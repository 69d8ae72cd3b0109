package livechat.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** Names one request, however often it is sent: 16 to 64 characters of {@code [A-Za-z0-9_-]}. */
public record RequestId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    public RequestId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a request id has 16 to 64 characters of A-Z, a-z, 0-9, _ and -");
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    /**
     * The id of a request that the visitor's client named itself. It is published, so it is a digest: two visitors may
     * choose the same key, and a client may even choose its token.
     */
    public static RequestId of(Token token, String idempotencyKey) {
        new RequestId(idempotencyKey);
        byte[] text = (token.value() + '\n' + idempotencyKey).getBytes(StandardCharsets.UTF_8);
        return new RequestId(Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(text)));
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
