package livechat.log;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import livechat.Golden;
import tools.jackson.databind.JsonNode;

/** A folder of JSON Schemas, by type and version: {@code room-created.v1}. */
public final class Schemas {

    /** What the schemas call themselves; nobody is asked at that address. */
    static final String ID_PREFIX = "https://livechat.example/topics/schemas/";

    /** Holds what the others share, and describes no record. */
    static final String COMMON = "common";

    private static final Schemas CURRENT = new Schemas(Path.of("topics/schemas"));

    private final Map<String, String> texts;
    private final SchemaRegistry registry;

    Schemas(Path folder) {
        texts = texts(folder);
        Map<String, String> byId = texts.entrySet().stream()
                .collect(Collectors.toMap(text -> ID_PREFIX + text.getKey() + ".json", Map.Entry::getValue));
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(byId)
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** Those that hold now. */
    public static Schemas current() {
        return CURRENT;
    }

    private static Map<String, String> texts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Function<Path, String> name = file -> file.getFileName().toString().replaceFirst("\\.json$", "");
            return files.collect(Collectors.toMap(name, Schemas::text, (one, _) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that describe a record. */
    public List<String> names() {
        return texts.keySet().stream().filter(name -> !name.equals(COMMON)).toList();
    }

    /** What is wrong with this body; nothing if it is valid. */
    public List<String> problems(String name, JsonNode body) {
        return registry.getSchema(SchemaLocation.of(ID_PREFIX + name + ".json")).validate(body).stream()
                .map(Error::toString)
                .toList();
    }

    JsonNode read(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("there is no schema " + name);
        }
        return Golden.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
