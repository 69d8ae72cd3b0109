package livechat.http;

import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What never reaches the dispatcher, such as a malformed request line, Tomcat would answer in HTML. */
final class ContainerErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        boolean unanswered = response.getStatus() >= 400 && response.getContentWritten() == 0;
        if (unanswered && response.setErrorReported() && isWritable(response)) {
            write(response, isTooLate(request) ? tooLate(response) : ErrorBody.of(response.getStatus()));
        }
    }

    /** About to stop, Tomcat no longer reads the headers of what it has begun to read, and finds that it names no host. */
    private static boolean isTooLate(Request request) {
        return request.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol
                && protocol.isPaused()
                && !request.getHeaderNames().hasMoreElements();
    }

    private static ErrorBody tooLate(Response response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Errors.RETRY_AFTER_SECONDS);
        response.setHeader(Hop.NEW, "true");
        return ErrorBody.unavailable("this instance is about to stop");
    }

    private static boolean isWritable(Response response) {
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }

    private static void write(Response response, ErrorBody body) {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            // Unlike getWriter, this one is there even if a controller had begun to write.
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(body.toJson());
                response.finishResponse();
            }
        } catch (IOException gone) {
            // The client went away, and nobody else needs to know.
        }
    }
}
