package livechat.http;

import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Where the edge differs from what Spring and Tomcat do by themselves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpConfiguration.Settings.class)
class HttpConfiguration {

    /**
     * @param maxBodyBytes a body is held whole in memory before it is parsed, once per request in flight
     */
    @ConfigurationProperties("livechat.http")
    record Settings(@DefaultValue("65536") int maxBodyBytes) {

        Settings {
            if (maxBodyBytes < 1 || maxBodyBytes == Integer.MAX_VALUE) {
                throw new IllegalArgumentException("livechat.http.max-body-bytes is out of range: " + maxBodyBytes);
            }
        }
    }

    @Bean
    JsonBody jsonBody(Settings settings) {
        return new JsonBody(settings.maxBodyBytes());
    }

    @Bean
    WebMvcRegistrations exactMethods() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new ExactMethods();
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> container() {
        return factory -> {
            factory.addContextCustomizers(HttpConfiguration::reportErrorsAsJson);
            // Not before we looked at the length: a client that asks whether to send a body is told when it is too
            // large.
            factory.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
        };
    }

    /** On the host, for what belongs to no context; added after it, ours is within it, and Boot's own valve finds it done. */
    private static void reportErrorsAsJson(Context context) {
        StandardHost host = (StandardHost) context.getParent();
        host.setErrorReportValveClass(ContainerErrors.class.getName());
        host.getPipeline().addValve(new ContainerErrors());
        host.getPipeline().addValve(new NoPathParameters());
    }
}
