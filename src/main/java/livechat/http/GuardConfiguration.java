package livechat.http;

import jakarta.servlet.Filter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Guards the platform's endpoints with API keys. Visitors' requests never pass Spring Security: they are many, and its
 * firewall would change what bad input gets.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GuardConfiguration.Settings.class)
class GuardConfiguration {

    /** As the container decodes and normalises a path; a controller of one of these asks who is there, too. */
    static final String[] GUARDED = Stream.concat(Stream.of(RoomListController.PATH), PlatformController.PATHS.stream())
            .toArray(String[]::new);

    /** @param apiKeys hashes, with or without names; checked where nothing prints what is wrong with them */
    @ConfigurationProperties("livechat")
    record Settings(@DefaultValue List<String> apiKeys) {}

    /** Behind the limits, so that guessing keys counts. */
    @Bean
    FilterRegistrationBean<Filter> guard(Settings settings) {
        return LimitsConfiguration.registration(chain(ApiKeys.of(settings.apiKeys())), 4, GUARDED);
    }

    private static Filter chain(ApiKeys keys) {
        FilterChainProxy chain = new FilterChainProxy(new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                new SecurityContextHolderFilter(new RequestAttributeSecurityContextRepository()),
                authentication(keys),
                new ExceptionTranslationFilter(new Unauthorized(), new NullRequestCache()),
                new AuthorizationFilter(AuthenticatedAuthorizationManager.authenticated())));
        chain.afterPropertiesSet();
        return chain;
    }

    private static Filter authentication(ApiKeys keys) {
        AuthenticationFilter filter = new AuthenticationFilter(keys, new OfferedKey());
        filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(new Unauthorized()));
        // The default would send the caller to the page that it came for.
        filter.setSuccessHandler((_, _, _) -> {});
        return filter;
    }
}
