package livechat.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandlerComposite;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Sends answers that are bytes already as they are. Spring would look for who can write such a type, in which format and
 * whether the client has it already: a tenth of a read, for the same bytes each time. All other answers are Spring's.
 */
final class WrittenOut implements HandlerMethodReturnValueHandler {

    /** Who may keep nothing has nothing to ask again about. */
    private static final String NO_STORE = "no-store";

    private final HandlerMethodReturnValueHandler others;

    private WrittenOut(HandlerMethodReturnValueHandler others) {
        this.others = others;
    }

    static RequestMappingHandlerAdapter adapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            public void afterPropertiesSet() {
                super.afterPropertiesSet();
                var all = new HandlerMethodReturnValueHandlerComposite().addHandlers(getReturnValueHandlers());
                setReturnValueHandlers(List.of(new WrittenOut(all), all));
            }
        };
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return type.getParameterType() == ResponseEntity.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object answer, MethodParameter type, ModelAndViewContainer container, NativeWebRequest exchange)
            throws Exception {
        if (answer instanceof ResponseEntity<?> entity
                && NO_STORE.equals(entity.getHeaders().getCacheControl())
                && entity.getBody() instanceof byte[] body
                && exchange.getNativeResponse() instanceof HttpServletResponse response) {
            container.setRequestHandled(true);
            send(entity, body, response);
        } else {
            others.handleReturnValue(answer, type, container, exchange);
        }
    }

    private static void send(ResponseEntity<?> entity, byte[] body, HttpServletResponse response) throws IOException {
        response.setStatus(entity.getStatusCode().value());
        entity.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
