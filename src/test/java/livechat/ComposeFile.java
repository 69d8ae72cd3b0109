package livechat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What docker-compose.yml says of its services. */
record ComposeFile(Parts parts) {

    /** For the image and not for the broker in it. */
    private static final Set<String> OF_THE_IMAGE = Set.of("KAFKA_HEAP_OPTS");

    static ComposeFile read() {
        return new ComposeFile(Parts.readOne(Path.of("docker-compose.yml")));
    }

    Parts service(String name) {
        return parts.part("services", name);
    }

    /** The services whose names begin so, in order. */
    List<String> services(String prefix) {
        return parts.part("services").names().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }

    Map<String, String> environment(String service) {
        return service(service).part("environment").texts();
    }

    String address(String service) {
        return service(service).part("networks", "default").text("ipv4_address");
    }

    /** The settings that the image of Kafka makes of its environment. */
    Map<String, String> brokerSettings(String service) {
        return environment(service).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("KAFKA_") && !OF_THE_IMAGE.contains(entry.getKey()))
                .collect(Collectors.toMap(
                        entry -> entry.getKey()
                                .replaceFirst("^KAFKA_", "")
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        Map.Entry::getValue));
    }

    /** The words after CMD, with the doubled dollar signs of the file undone. */
    List<String> healthCheck(String service) {
        List<String> test = service(service).part("healthcheck").lines("test");
        if (!test.getFirst().equals("CMD")) {
            throw new IllegalStateException("The health check of " + service + " is no CMD");
        }
        if (test.stream().anyMatch(word -> word.replace("$$", "").contains("$"))) {
            throw new IllegalStateException("Compose would replace a single $ in the health check of " + service);
        }
        return test.stream().skip(1).map(word -> word.replace("$$", "$")).toList();
    }
}
