package livechat;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.storage.internals.log.LogConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The environment variables that mean something to the service: its own, Spring Boot's, and those of Kafka's clients. */
final class KnownSettings {

    /** Ours that no file names, because each has its default elsewhere or none. */
    private static final Set<String> WITHOUT_DEFAULT =
            Set.of("livechat.embedded.partitions", "livechat.topics.partitions", "livechat.topics.replicas");

    private static final List<String> FILES = List.of("application.yaml", "embedded.yaml", "cluster.yaml");

    /** What Kafka Streams tells its clients by. */
    private static final String PREFIXES = "^(main\\.consumer|restore\\.consumer|consumer|producer|admin|topic)\\.";

    private final Set<String> variables;
    private final Set<String> maps;

    private KnownSettings(Set<String> variables, Set<String> maps) {
        this.variables = variables;
        this.maps = maps;
    }

    static KnownSettings read() {
        List<Parts> described = described();
        return new KnownSettings(
                Stream.of(
                                WITHOUT_DEFAULT.stream(),
                                FILES.stream().flatMap(KnownSettings::ours),
                                described.stream().map(property -> property.text("name")))
                        .flatMap(names -> names)
                        .map(KnownSettings::variable)
                        .collect(Collectors.toSet()),
                described.stream()
                        .filter(property ->
                                String.valueOf(property.all().get("type")).startsWith("java.util.Map"))
                        .map(property -> variable(property.text("name")) + "_")
                        .collect(Collectors.toSet()));
    }

    /** Whether the service would notice it: a misspelt variable is silently none. */
    boolean contains(String variable) {
        return variables.contains(variable)
                || maps.stream()
                        .filter(variable::startsWith)
                        .anyMatch(
                                map -> !map.startsWith("SPRING_KAFKA_") || isKafkas(variable.substring(map.length())));
    }

    private static boolean isKafkas(String rest) {
        String key = rest.toLowerCase(Locale.ROOT).replace('_', '.');
        return Stream.of(
                        StreamsConfig.configDef().names(),
                        ConsumerConfig.configNames(),
                        ProducerConfig.configNames(),
                        AdminClientConfig.configNames(),
                        LogConfig.configNames(),
                        Set.of(SaslConfigs.SASL_JAAS_CONFIG))
                .anyMatch(names -> names.contains(key) || names.contains(key.replaceFirst(PREFIXES, "")));
    }

    private static String variable(String setting) {
        return setting.replace("]", "").replaceAll("[.\\[-]", "_").toUpperCase(Locale.ROOT);
    }

    /** What the service's files say, by environment variable: more than one value if they differ, empty for none. */
    static Map<String, Set<String>> defaults() {
        return FILES.stream()
                .flatMap(file -> said(file).entrySet().stream())
                .collect(groupingBy(
                        setting -> variable(setting.getKey().toString()),
                        mapping(setting -> setting.getValue().toString(), Collectors.toSet())));
    }

    private static Stream<String> ours(String file) {
        return said(file).keySet().stream().map(Object::toString).filter(name -> name.startsWith("livechat."));
    }

    private static Map<?, ?> said(String file) {
        Resource yaml = new FileSystemResource(Path.of("src/main/resources", file));
        try {
            return (Map<?, ?>)
                    new YamlPropertySourceLoader().load(file, yaml).getFirst().getSource();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that Spring Boot's modules on the class path say of their settings. */
    private static List<Parts> described() {
        try {
            var files =
                    KnownSettings.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
            return Collections.list(files).stream()
                    .flatMap(KnownSettings::properties)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Parts> properties(URL file) {
        try (InputStream json = file.openStream()) {
            return new Parts(new JsonMapper().readValue(json, new TypeReference<>() {})).parts("properties").stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
