package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.test.web.servlet.MvcResult;

/** Takes exchanges from where servlets have them. */
final class HttpExchanges {

    private HttpExchanges() {}

    static HttpExchange of(MvcResult result) {
        byte[] body =
                Optional.ofNullable(result.getRequest().getContentAsByteArray()).orElse(new byte[0]);
        return of(
                result.getRequest(),
                body,
                result.getResponse(),
                result.getResponse().getContentAsByteArray());
    }

    static HttpExchange of(HttpServletRequest request, byte[] asked, HttpServletResponse response, byte[] answered) {
        return new HttpExchange(
                request.getMethod(),
                request.getRequestURI(),
                request.getQueryString(),
                message(Collections.list(request.getHeaderNames()), request::getHeader, asked),
                response.getStatus(),
                message(response.getHeaderNames(), response::getHeader, answered));
    }

    private static HttpExchange.Message message(
            Collection<String> names, Function<String, String> values, byte[] body) {
        Map<String, String> headers = new TreeMap<>();
        names.forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), values.apply(name)));
        return new HttpExchange.Message(headers, new String(body, StandardCharsets.UTF_8));
    }
}
