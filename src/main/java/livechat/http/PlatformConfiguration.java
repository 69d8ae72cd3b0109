package livechat.http;

import livechat.directory.Directory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what the platform asks with. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    Staff staff(Directory directory) {
        return new Staff(directory::knownAgent, directory::availableAgent, directory::department);
    }

    @Bean
    PlatformCalls platformCalls(Calls calls, Asking asking, Edge edge, Staff staff) {
        return new PlatformCalls(calls, asking, edge, staff);
    }
}
