package livechat.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Tomcat takes a request line that names no version for HTTP/0.9 and would run its GET; no client means that. */
final class VersionNamed extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getProtocol().isEmpty()) {
            HttpStatus refused = HttpStatus.HTTP_VERSION_NOT_SUPPORTED;
            ErrorBody.of(refused.value()).send(refused, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
