package livechat.http;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** What Spring maps to the controllers of the service; none of them is made for it. */
final class Mappings {

    private static final String SOURCES = "target/classes/";

    private Mappings() {}

    /** As method and path; without the description itself, which is no part of what it describes. */
    static List<String> ofTheApi() {
        return ofAll().stream().filter(name -> name.contains(" /api/")).toList();
    }

    static List<String> ofAll() {
        try (GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext())) {
            controllers().forEach(controller -> {
                controller.setLazyInit(true);
                context.registerBeanDefinition(String.valueOf(controller.getBeanClassName()), controller);
            });
            context.refresh();
            ExactMethods mapping = new ExactMethods();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
            return mapping.getHandlerMethods().keySet().stream()
                    .flatMap(Mappings::names)
                    .toList();
        }
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        Set<String> paths = mapping.getPatternValues();
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> paths.stream().map(path -> method + " " + path));
    }

    /** Those of tests have the same packages. */
    private static Stream<org.springframework.beans.factory.support.AbstractBeanDefinition> controllers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents("livechat").stream()
                .filter(Mappings::isOurs)
                .map(org.springframework.beans.factory.support.AbstractBeanDefinition.class::cast);
    }

    private static boolean isOurs(BeanDefinition definition) {
        return String.valueOf(definition.getResourceDescription()).contains(SOURCES);
    }
}
