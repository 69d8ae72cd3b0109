package livechat.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Bounds the requests that are worked on at once: virtual threads know no bound of their own. */
final class InFlight extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Semaphore places;

    InFlight(int max) {
        this.places = new Semaphore(max);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!places.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Errors.RETRY_AFTER_SECONDS);
            ErrorBody.unavailable("too many requests at once").send(HttpStatus.SERVICE_UNAVAILABLE, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
