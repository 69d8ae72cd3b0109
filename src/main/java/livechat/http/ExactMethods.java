package livechat.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Spring runs the GET handler for a HEAD and names it in Allow; here a GET can create a room and a HEAD must not. */
final class ExactMethods extends RequestMappingHandlerMapping {

    private static final Set<String> NEVER_MAPPED = Set.of(HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        return HttpMethod.HEAD.matches(request.getMethod()) ? null : super.getMatchingMapping(info, request);
    }

    @Override
    protected @Nullable HandlerMethod handleNoMatch(
            Set<RequestMappingInfo> infos, String lookupPath, HttpServletRequest request) throws ServletException {
        Set<String> mapped = NEVER_MAPPED.contains(request.getMethod()) ? methodsAt(infos, request) : Set.of();
        if (mapped.isEmpty()) {
            return super.handleNoMatch(infos, lookupPath, request);
        }
        throw new HttpRequestMethodNotSupportedException(request.getMethod(), mapped);
    }

    private static Set<String> methodsAt(Set<RequestMappingInfo> infos, HttpServletRequest request) {
        return infos.stream()
                .filter(info -> info.getActivePatternsCondition().getMatchingCondition(request) != null)
                .flatMap(info -> info.getMethodsCondition().getMethods().stream())
                .map(RequestMethod::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
