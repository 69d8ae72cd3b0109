package livechat.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** What this API is, in OpenAPI: written by hand, since what controllers take and give stands in no signature. */
final class ApiDescription {

    private static final Resource FILE = new ClassPathResource("openapi.yaml");

    /** Those of what all answers have in common, at each of them. */
    private static final int MAX_ALIASES = 500;

    private volatile byte @Nullable [] json;

    Resource yaml() {
        return FILE;
    }

    /** Made when somebody asks: the start need not wait for it, and two who ask at once make the same. */
    byte[] json() {
        byte[] made = json;
        if (made == null) {
            made = new JsonMapper().writeValueAsBytes(read());
            json = made;
        }
        return made;
    }

    private static Object read() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        try (InputStream in = FILE.getInputStream()) {
            return new Yaml(new SafeConstructor(options)).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
