package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import livechat.query.Moved;
import livechat.query.RoomsUnavailable;
import org.apache.coyote.BadRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerMapping;

/** Whatever goes wrong in a controller leaves in the one shape, and only what is ours to mend is a logged error. */
@RestControllerAdvice
final class Errors {

    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    static final String RETRY_AFTER_SECONDS = "1";

    @ExceptionHandler
    ResponseEntity<String> refused(BadRequest refusal) {
        return answer(refusal.status(), HttpHeaders.EMPTY, ErrorBody.of(refusal.code(), refusal.details()));
    }

    /** Nobody could answer in time, or the visitor asks for too much at once: asking again is safe. */
    @ExceptionHandler
    ResponseEntity<String> unavailable(RoomsUnavailable notNow) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return answer(HttpStatus.SERVICE_UNAVAILABLE, headers, ErrorBody.unavailable(notNow.getMessage()));
    }

    /** For another instance, which asks elsewhere. */
    @ExceptionHandler
    ResponseEntity<String> moved(Moved moved) {
        HttpHeaders headers = new HttpHeaders();
        if (!moved.mayBeOnTheLog()) {
            headers.set(Hop.NEW, "true");
        }
        return answer(HttpStatus.MISDIRECTED_REQUEST, headers);
    }

    /** The client left or sent a broken body; the container has set the status already, and answers if anyone is there. */
    @ExceptionHandler({BadRequestException.class, AsyncRequestNotUsableException.class})
    void leftToTheContainer(Exception problem) {
        log.debug(
                "A client went away or broke the protocol: {}",
                problem.getClass().getName());
    }

    @ExceptionHandler
    ResponseEntity<String> other(Exception problem, HttpServletRequest request) {
        if (problem instanceof ErrorResponse known
                && known.getStatusCode().value() != HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            return answer(known.getStatusCode(), known.getHeaders());
        }
        // The pattern, neither path nor query: both can hold a visitor's token.
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        log.error("Request {} failed: {} {}", request.getRequestId(), request.getMethod(), route, problem);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<String> answer(HttpStatusCode status, HttpHeaders headers) {
        return answer(status, headers, ErrorBody.of(status.value()));
    }

    /** The content type is set, so that no Accept header can turn an error into another one. */
    private static ResponseEntity<String> answer(HttpStatusCode status, HttpHeaders headers, ErrorBody body) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(body.toJson());
    }
}
