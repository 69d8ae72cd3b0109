package livechat.broker;

import java.nio.file.Path;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Starts the broker as soon as it is known that there has to be one. Spring asks for imports before it looks for any beans;
 * this has none.
 */
final class StartsEarly implements ImportSelector {

    private static final String BEAN = "earlyStart";

    private final Environment environment;
    private final DefaultListableBeanFactory beans;

    /** Called by Spring. */
    StartsEarly(Environment environment, BeanFactory beans) {
        this.environment = environment;
        this.beans = (DefaultListableBeanFactory) beans;
    }

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        BrokerConfiguration.Settings settings =
                Binder.get(environment).bindOrCreate("livechat", BrokerConfiguration.Settings.class);
        EarlyStart start = EarlyStart.of(Path.of(settings.dataDir(), "broker"), settings.brokerPort());
        beans.registerSingleton(BEAN, start);
        beans.registerDisposableBean(BEAN, start);
        return new String[0];
    }
}
