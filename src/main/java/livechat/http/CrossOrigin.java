package livechat.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** What browsers on other origins may do: everything that a visitor's client does, and never with cookies or logins. */
final class CrossOrigin {

    /** Those of upstream's API, so that a preflight need not know which of them are here. */
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

    private static final List<String> EXPOSED = List.of(
            RateLimited.LIMIT, RateLimited.REMAINING, RateLimited.RESET, HttpHeaders.RETRY_AFTER, "X-Room-Read");

    /** A browser asks once per URL and keeps the answer; Chromium does not keep it for longer. */
    private static final Duration KEPT = Duration.ofHours(2);

    private CrossOrigin() {}

    static CorsFilter filter(List<String> origins) {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOriginPatterns(origins);
        rules.setAllowedMethods(METHODS);
        rules.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        rules.setExposedHeaders(EXPOSED);
        rules.setAllowCredentials(false);
        rules.setMaxAge(KEPT);
        UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", rules);
        CorsFilter filter = new CorsFilter(everywhere);
        filter.setCorsProcessor(new RefusalsInJson());
        return filter;
    }

    /** Spring would answer a foreign origin in plain text. */
    private static final class RefusalsInJson extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
            response.getHeaders().setCacheControl("no-store");
            response.getBody()
                    .write(ErrorBody.of(HttpStatus.FORBIDDEN.value()).toJson().getBytes(StandardCharsets.UTF_8));
            response.flush();
        }
    }
}
