package livechat.http;

import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Where the edge differs from what Spring and Tomcat do by themselves. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean
    WebMvcRegistrations differences() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new ExactMethods();
            }

            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return WrittenOut.adapter();
            }
        };
    }

    /** Nobody asks a thread for its request, and while a controller is at work Spring MVC has set it anyway. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
        FilterRegistrationBean<RequestContextFilter> none = new FilterRegistrationBean<>(new RequestContextFilter());
        none.setEnabled(false);
        return none;
    }

    @Bean
    Drain drain(LimitsConfiguration.Settings settings) {
        return new Drain(settings.drainTime());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> container(LimitsConfiguration.Settings settings) {
        return factory -> {
            factory.addContextCustomizers(HttpConfiguration::drain, HttpConfiguration::reportErrorsAsJson);
            factory.setProtocol(TimedHeaders.class.getName());
            factory.addConnectorCustomizers(
                    connector -> ((TimedHeaders) connector.getProtocolHandler()).setLimit(settings.maxHeaderTime()));
            factory.addConnectorCustomizers(
                    connector -> connector.setProperty("maxHeaderCount", String.valueOf(settings.maxHeaders())));
            // Not before we looked at the length: a client that asks whether to send a body is told when it is too
            // large.
            factory.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
        };
    }

    /** Outside the valves that report errors: it closes an answer, so there has to be one. */
    private static void drain(Context context) {
        context.getParent().getPipeline().addValve(new Leftovers());
    }

    /** On the host, for what belongs to no context; what is added later is further in, and Boot's own valve finds it done. */
    private static void reportErrorsAsJson(Context context) {
        StandardHost host = (StandardHost) context.getParent();
        host.setErrorReportValveClass(ContainerErrors.class.getName());
        host.getPipeline().addValve(new ContainerErrors());
        host.getPipeline().addValve(new NoPathParameters());
    }
}
