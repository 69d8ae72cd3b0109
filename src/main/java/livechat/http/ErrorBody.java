package livechat.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The one place that knows how an error looks, whether Spring or the container found it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErrorBody(
        boolean success,
        String error,
        String errorType,
        @Nullable String details) {

    /** Its own, so that no setting of the application's mapper can change what is API. */
    private static final JsonMapper JSON = new JsonMapper();

    static ErrorBody of(String code, @Nullable String details) {
        return new ErrorBody(false, code, code, details);
    }

    static ErrorBody of(int status) {
        return of(codeOf(status), null);
    }

    /** @param details why nobody answers now */
    static ErrorBody unavailable(@Nullable String details) {
        return of("rooms-unavailable", details);
    }

    /** Here the text is more than the code, as upstream has it: its widget shows it to the visitor. */
    static ErrorBody tooManyRequests(long seconds) {
        String code = "error-too-many-requests";
        String text = "Too many requests. Please try again in %d %s. [%s]"
                .formatted(seconds, seconds == 1 ? "second" : "seconds", code);
        return new ErrorBody(false, text, code, null);
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    /** For those who refuse before there is a controller whose exception could be answered. */
    void send(HttpStatus status, HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(toJson().getBytes(StandardCharsets.UTF_8));
    }

    /** The codes are API: written out, so that a new name in a library cannot rename them. */
    private static String codeOf(int status) {
        return switch (status) {
            case 401 -> "unauthorized";
            case 403 -> "cross-origin-refused";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 408 -> "request-timeout";
            case 413 -> "body-too-large";
            case 414 -> "uri-too-long";
            case 415 -> "unsupported-media-type";
            case 417 -> "expectation-failed";
            case 421 -> "moved";
            case 431 -> "headers-too-large";
            case 501 -> "not-implemented";
            case 503 -> "unavailable";
            case 505 -> "http-version-not-supported";
            default -> status < 500 ? "bad-request" : "internal-error";
        };
    }
}
