package livechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each environment variable that a file here names is one that the service knows: a misspelt one is silently none. Those that
 * README.md lists have the default that it tells.
 */
class SettingsTests {

    /** Ours and Spring Boot's, as a page or a file has them; one that ends in an underscore stands for several. */
    private static final Pattern VARIABLE =
            Pattern.compile("\\b(LIVECHAT|SPRING|SERVER|MANAGEMENT|LOGGING)_[A-Z0-9_]*[A-Z0-9]\\b(?!_)");

    private static final Pattern ROW =
            Pattern.compile("^\\| (?<variables>`[A-Z]+_.*?`) \\| (?<default>.*?) \\|", Pattern.MULTILINE);

    /** What the files say in so many words. */
    private static final Map<String, Set<String>> DEFAULTS = KnownSettings.defaults();

    private final KnownSettings known = KnownSettings.read();

    @Test
    void knowsOneFromAnother() {
        assertThat(List.of(
                        "LIVECHAT_DATA_DIR",
                        "SERVER_PORT",
                        "SPRING_KAFKA_STREAMS_PROPERTIES_NUM_STREAM_THREADS",
                        "SPRING_KAFKA_STREAMS_PROPERTIES_MAIN_CONSUMER_SESSION_TIMEOUT_MS"))
                .allMatch(known::contains);
        assertThat(List.of(
                        "LIVECHAT_DATADIRECTORY",
                        "SERVER_PROT",
                        "SPRING_KAFKA_STREAMS_PROPERTIES_NUM_STREAMS_THREADS",
                        "SPRING_KAFKA_STREAMS_PROPERTIES_"))
                .noneMatch(known::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/operations.md",
                "Dockerfile",
                "docker-compose.yml",
                "deploy/image",
                "deploy/kubernetes/statefulset.yaml",
                "bench/lib",
                "bench/start"
            })
    void nameWhatTheServiceKnows(String file) throws IOException {
        List<String> named =
                variables(Files.readString(Path.of(file))).distinct().toList();

        assertThat(named).isNotEmpty().allMatch(known::contains);
    }

    @Test
    void knowsADefault() {
        assertThat(DEFAULTS).containsEntry("SERVER_PORT", Set.of("3000"));
    }

    static Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("README.md"))).results();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void haveTheDefaultThatTheReadmeTells(MatchResult row) {
        Stream<String> defaults = variables(row.group("variables"))
                .flatMap(variable -> DEFAULTS.getOrDefault(variable, Set.of()).stream())
                .filter(value -> !value.contains("${"))
                .map(value -> value.isEmpty() ? "none" : value);

        assertThat(defaults)
                .allSatisfy(value -> assertThat(row.group("default"))
                        .containsPattern("(?<![\\w.])" + Pattern.quote(value) + "(?![\\w.])"));
    }

    private static Stream<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(MatchResult::group);
    }
}
