package livechat.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.HttpStatus;

/** No path of ours has parameters; Tomcat takes them off without a look, and Spring fails where they are malformed. */
final class NoPathParameters extends ValveBase {

    NoPathParameters() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        // Absent from a request whose first line could not be read.
        String path = request.getRequestURI();
        if (path != null && path.indexOf(';') >= 0) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        } else {
            getNext().invoke(request, response);
        }
    }
}
