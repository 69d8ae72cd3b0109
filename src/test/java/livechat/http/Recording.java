package livechat.http;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Lets a service that a test has started note its exchanges: it finds this among its own classes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("livechat.recording")
class Recording {

    /** Outside all of the service's own filters. */
    @Bean
    FilterRegistrationBean<Recorder> recorder(@Value("${livechat.recording}") Path file) {
        FilterRegistrationBean<Recorder> recorder = new FilterRegistrationBean<>(new Recorder(file));
        recorder.setOrder(Ordered.HIGHEST_PRECEDENCE);
        recorder.addUrlPatterns("/api/*");
        return recorder;
    }
}
