package livechat.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Notes what is asked and answered, one exchange a line; of what comes by the thousand only the first. */
final class Recorder extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Of one operation and one status: more than any test does on purpose, fewer than a test of load. */
    private static final int ENOUGH = 300;

    private static final int MAX_BODY = 1 << 20;

    private final transient Path file;
    private final transient Map<String, AtomicInteger> noted = new ConcurrentHashMap<>();

    Recorder(Path file) {
        this.file = file;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentCachingRequestWrapper asked = new ContentCachingRequestWrapper(request, MAX_BODY);
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(asked, answer);
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String kind = request.getMethod() + " " + route + " " + answer.getStatus();
        if (noted.computeIfAbsent(kind, _ -> new AtomicInteger()).incrementAndGet() <= ENOUGH) {
            note(HttpExchanges.of(asked, asked.getContentAsByteArray(), answer, answer.getContentAsByteArray()));
        }
        answer.copyBodyToResponse();
    }

    private synchronized void note(HttpExchange exchange) throws IOException {
        Files.writeString(file, exchange.written() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
