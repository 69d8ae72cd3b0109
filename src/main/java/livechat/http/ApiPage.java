package livechat.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The files of the page that shows the description: two of ours, the rest is Swagger UI's. */
final class ApiPage {

    private static final Set<String> OURS = Set.of("index.html", "page.js");

    /** Of what Swagger UI brings, only what the page asks for. */
    private static final Set<String> THEIRS = Set.of("swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png");

    private final String theirs = "META-INF/resources/webjars/swagger-ui/" + version() + "/";

    Optional<Resource> file(String name) {
        if (OURS.contains(name)) {
            return Optional.of(new ClassPathResource("swagger-ui/" + name));
        }
        return Optional.of(name).filter(THEIRS::contains).map(known -> new ClassPathResource(theirs + known));
    }

    /** It is part of each path there, and pom.xml is the one place that says it. */
    private static String version() {
        try {
            return PropertiesLoaderUtils.loadAllProperties("META-INF/maven/org.webjars/swagger-ui/pom.properties")
                    .getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
