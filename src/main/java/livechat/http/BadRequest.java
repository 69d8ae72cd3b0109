package livechat.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What the caller did wrong, thrown where it is noticed, so that nothing between there and the answer has to know. */
final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Enough for any key that someone meant, too little to echo what someone smuggled. */
    private static final int NAME_LIMIT = 40;

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.\\[\\]-]");

    private final HttpStatus status;

    private final String code;

    private final @Nullable String details;

    BadRequest(HttpStatus status, String code, @Nullable String details) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    static BadRequest of(String code) {
        return new BadRequest(HttpStatus.BAD_REQUEST, code, null);
    }

    static BadRequest invalidToken() {
        return of("invalid-token");
    }

    /** The key comes from the caller: only its plain characters go into the answer, and not too many of them. */
    static BadRequest invalidParams(String problem, String key) {
        String start = key.substring(0, Math.min(key.length(), NAME_LIMIT));
        String details = problem + ": " + UNSAFE.matcher(start).replaceAll("?");
        return new BadRequest(HttpStatus.BAD_REQUEST, "invalid-params", details);
    }

    /** For a problem whose words are our own. */
    static BadRequest invalidParams(String problem) {
        return new BadRequest(HttpStatus.BAD_REQUEST, "invalid-params", problem);
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    @Nullable
    String details() {
        return details;
    }
}
