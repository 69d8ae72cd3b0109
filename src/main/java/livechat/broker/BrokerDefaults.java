package livechat.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** Adds the defaults that differ between one embedded broker and a cluster, below all that anybody sets. */
final class BrokerDefaults implements EnvironmentPostProcessor, Ordered {

    /** Last, because only then are the files read that may name a cluster. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String file = ClusterGiven.in(environment) ? "cluster.yaml" : "embedded.yaml";
        addHostName(environment.getPropertySources());
        add(file, environment.getPropertySources());
    }

    /** Known to this machine only, so no file can say it. */
    private static void addHostName(MutablePropertySources sources) {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            sources.addLast(new MapPropertySource("host name", Map.of("livechat.host-name", name)));
        } catch (UnknownHostException nameless) {
            throw new UncheckedIOException(nameless);
        }
    }

    private static void add(String file, MutablePropertySources sources) {
        try {
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(sources::addLast);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
