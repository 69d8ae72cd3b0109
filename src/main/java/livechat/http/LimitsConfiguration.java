package livechat.http;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.Filter;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CorsFilter;

/** How much a client may ask for, and in which order it is told that this was too much. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitsConfiguration.Settings.class)
class LimitsConfiguration {

    private static final String EVERYTHING = "/*";
    /** The description counts, too: its page is the largest answer that there is. */
    private static final String[] LIMITED = {"/api/*", "/v3/*", "/swagger-ui/*"};

    /** After Boot's filter that counts requests, before all that look into one. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

    /**
     * The defaults and the reasons for them are in application.yaml.
     *
     * @param drainTime from not ready to the last connection taken
     * @param trustedProxies addresses or networks whose X-Forwarded-For is believed
     */
    @ConfigurationProperties("livechat.http")
    record Settings(
            int maxBodyBytes,
            Duration maxBodyTime,
            int maxHeaders,
            Duration maxHeaderTime,
            int maxRequestsInFlight,
            Duration drainTime,
            List<String> trustedProxies,
            Cors cors,
            RateLimit.Settings rateLimit) {

        /** @param allowedOrigins may hold patterns such as {@code https://*.example.com}; none switches CORS off */
        record Cors(List<String> allowedOrigins) {}

        Settings {
            check("max-body-bytes", maxBodyBytes > 0 && maxBodyBytes < Integer.MAX_VALUE, maxBodyBytes);
            check("max-body-time", maxBodyTime.isPositive(), maxBodyTime);
            check("max-headers", maxHeaders > 0, maxHeaders);
            check("max-header-time", maxHeaderTime.isPositive(), maxHeaderTime);
            check("drain-time", !drainTime.isNegative(), drainTime);
            check("max-requests-in-flight", maxRequestsInFlight > 0, maxRequestsInFlight);
        }

        private static void check(String name, boolean holds, Object value) {
            if (!holds) {
                throw new IllegalArgumentException("livechat.http." + name + " is out of range: " + value);
            }
        }
    }

    @Bean
    JsonBody jsonBody(Settings settings) {
        return new JsonBody(new BoundedBody(settings.maxBodyBytes(), settings.maxBodyTime(), System::nanoTime));
    }

    @Bean
    FilterRegistrationBean<VersionNamed> versionNamed() {
        return registration(new VersionNamed(), 0, EVERYTHING);
    }

    /** Outside the limits, so that a browser can read what they say. */
    @Bean
    FilterRegistrationBean<CorsFilter> crossOrigin(Settings settings) {
        List<String> origins = settings.cors().allowedOrigins();
        FilterRegistrationBean<CorsFilter> registration = registration(CrossOrigin.filter(origins), 1, EVERYTHING);
        registration.setEnabled(!origins.isEmpty());
        return registration;
    }

    @Bean
    ClientAddress clientAddress(Settings settings, Predicate<InetAddress> peers) {
        return new ClientAddress(
                settings.trustedProxies().stream().map(Network::parse).toList(), peers);
    }

    /** Before the places are counted: whoever floods takes none from the others. */
    @Bean
    FilterRegistrationBean<RateLimited> rateLimited(Settings settings, ClientAddress clientAddress, Clock clock) {
        RateLimit limit = new RateLimit(settings.rateLimit(), TimeMeter.SYSTEM_NANOTIME);
        RateLimited filter = new RateLimited(limit, clientAddress, clock);
        FilterRegistrationBean<RateLimited> registration = registration(filter, 2, LIMITED);
        registration.setEnabled(settings.rateLimit().enabled());
        return registration;
    }

    @Bean
    FilterRegistrationBean<InFlight> inFlight(Settings settings) {
        return registration(new InFlight(settings.maxRequestsInFlight()), 3, LIMITED);
    }

    static <F extends Filter> FilterRegistrationBean<F> registration(F filter, int place, String... paths) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(FIRST + place);
        registration.addUrlPatterns(paths);
        return registration;
    }
}
