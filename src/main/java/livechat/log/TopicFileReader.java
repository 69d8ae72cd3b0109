package livechat.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a KafkaTopic resource and refuses whatever it does not know, since a misspelt key would silently become a default. */
final class TopicFileReader {

    private static final String GROUP = "kafka.strimzi.io/";

    /** Our own labels begin so; those of others are none of our business. */
    private static final String OURS = "livechat/";

    /** Marks data that is looked up and not part of a request's way. */
    private static final String REFERENCE = OURS + "reference";

    private TopicFileReader() {}

    static TopicFile read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return topic(Section.of("", yaml().load(in)));
        } catch (IOException | YAMLException | IllegalArgumentException e) {
            throw new TopicFileMalformed(file, e);
        }
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }

    private static TopicFile topic(Section file) {
        file.allow(Set.of("apiVersion", "kind", "metadata", "spec"));
        if (!file.text("apiVersion").startsWith(GROUP) || !file.text("kind").equals("KafkaTopic")) {
            throw new IllegalArgumentException("this is not a KafkaTopic of " + GROUP);
        }
        Section spec = file.section("spec");
        spec.allow(Set.of("topicName", "partitions", "replicas", "config"));
        Section metadata = file.section("metadata");
        String name = metadata.text("name");
        return new TopicFile(
                spec.has("topicName") ? spec.text("topicName") : name,
                metadata.has("labels") && isReference(metadata.section("labels")),
                spec.number("partitions"),
                spec.number("replicas"),
                spec.section("config").texts());
    }

    private static boolean isReference(Section labels) {
        labels.allow(OURS, Set.of(REFERENCE));
        return labels.has(REFERENCE) && labels.yes(REFERENCE);
    }

    /** A part of the file that knows where it is, so that each complaint names the place. */
    private record Section(String path, Map<?, ?> values) {

        static Section of(String path, @Nullable Object found) {
            if (!(found instanceof Map<?, ?> values)) {
                throw new IllegalArgumentException((path.isEmpty() ? "the file" : path) + " is missing or has no keys");
            }
            return new Section(path, values);
        }

        void allow(Set<String> known) {
            allow("", known);
        }

        void allow(String prefix, Set<String> known) {
            for (Object key : values.keySet()) {
                String name = String.valueOf(key);
                if (name.startsWith(prefix) && !known.contains(name)) {
                    throw new IllegalArgumentException(at(key) + " is not known");
                }
            }
        }

        boolean has(String key) {
            return values.containsKey(key);
        }

        Section section(String key) {
            return of(at(key), values.get(key));
        }

        String text(Object key) {
            Object value = values.get(key);
            if (value == null || value instanceof Map<?, ?> || value instanceof Iterable<?>) {
                throw new IllegalArgumentException(at(key) + " is missing or not a plain value");
            }
            return value.toString();
        }

        int number(String key) {
            if (!(values.get(key) instanceof Integer number)) {
                throw new IllegalArgumentException(at(key) + " is missing or not a whole number");
            }
            return number;
        }

        boolean yes(String key) {
            return switch (text(key)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException(at(key) + " is neither \"true\" nor \"false\"");
            };
        }

        Map<String, String> texts() {
            return values.keySet().stream().collect(Collectors.toMap(String::valueOf, this::text));
        }

        private String at(Object key) {
            return path.isEmpty() ? key.toString() : path + "." + key;
        }
    }
}
