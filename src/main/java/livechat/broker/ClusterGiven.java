package livechat.broker;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the operator named a Kafka cluster; an empty setting, as compose files leave behind, names none. */
final class ClusterGiven {

    static final String SETTING = "spring.kafka.bootstrap-servers";

    private ClusterGiven() {}

    static boolean in(Environment environment) {
        return Binder.get(environment).bind(SETTING, Bindable.listOf(String.class)).orElse(List.of()).stream()
                .anyMatch(server -> !server.isBlank());
    }

    /** Lets the broker's beans be. */
    static final class Not implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !in(context.getEnvironment());
        }
    }
}
