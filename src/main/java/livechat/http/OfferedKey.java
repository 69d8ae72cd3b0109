package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Finds the key that a caller offers: in a header of its own, or as a bearer's. */
final class OfferedKey implements AuthenticationConverter {

    static final String HEADER = "X-API-Key";

    /** What goes into a header of the request that is passed on. */
    private static final Pattern FORM = Pattern.compile("[!-~]+");

    private static final String BEARER = "bearer ";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        List<String> offered = all(request);
        if (offered.size() > 1 || !offered.stream().allMatch(FORM.asMatchPredicate())) {
            throw new BadCredentialsException("more than one key, or none that could be");
        }
        return offered.isEmpty() ? null : new PreAuthenticatedAuthenticationToken("", offered.getFirst());
    }

    private static List<String> all(HttpServletRequest request) {
        Stream<String> own = Collections.list(request.getHeaders(HEADER)).stream();
        Stream<String> bearers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
        return Stream.concat(own, bearers).toList();
    }

    /** The one that was accepted, to be passed on; for controllers, which so find out if nobody guards them. */
    static String accepted(HttpServletRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            throw new IllegalStateException("a guarded endpoint was called past its guard");
        }
        return all(request).getFirst();
    }

    /** The one that was accepted; none where nobody guards, whatever the caller sends there. */
    static Optional<String> ifAccepted(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() == null
                ? Optional.empty()
                : Optional.of(accepted(request));
    }
}
