package livechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** The parts of docker-compose.yml by name; a part that is missing or of another form fails where it is asked for. */
record ComposeFile(Map<String, Object> parts) {

    static ComposeFile read() {
        try (var reader = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
            return new ComposeFile(new Yaml().load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> part(String name) {
        return map(parts, name);
    }

    String image(String service) {
        return (String) Objects.requireNonNull(service(service).get("image"));
    }

    Map<String, Object> section(String service, String name) {
        return map(service(service), name);
    }

    List<String> lines(String service, String name) {
        return list(service(service), name);
    }

    /** The names and values as the container gets them; a value that YAML would not take for text fails. */
    Map<String, String> environment(String service) {
        return section(service, "environment").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> (String) entry.getValue()));
    }

    /** The settings that the image of Kafka makes of its environment. */
    Map<String, String> brokerSettings(String service) {
        return environment(service).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey()
                                .replaceFirst("^KAFKA_", "")
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        Map.Entry::getValue));
    }

    /** The words after CMD, with the doubled dollar signs of the file undone. */
    List<String> healthCheck(String service) {
        List<String> test = list(section(service, "healthcheck"), "test");
        if (!test.getFirst().equals("CMD")) {
            throw new IllegalStateException("The health check of " + service + " is no CMD");
        }
        if (test.stream().anyMatch(word -> word.replace("$$", "").contains("$"))) {
            throw new IllegalStateException("Compose would replace a single $ in the health check of " + service);
        }
        return test.stream().skip(1).map(word -> word.replace("$$", "$")).toList();
    }

    private Map<String, Object> service(String name) {
        return map(part("services"), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) Objects.requireNonNull(parent.get(key), key);
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> parent, String key) {
        return (List<String>) Objects.requireNonNull(parent.get(key), key);
    }
}
