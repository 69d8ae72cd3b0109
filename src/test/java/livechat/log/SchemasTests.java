package livechat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import livechat.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The schemas say what lies on the topics: the golden records, and nothing that is not there. */
class SchemasTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static List<String> names() {
        return Schemas.current().names();
    }

    /** Files of records on topics, by name; a dead letter may be anything. */
    static Stream<String> records() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .filter(name -> !name.equals("dead-letter"))
                    .filter(name -> Golden.read(name).has("topic"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void allowWhatLiesOnTheTopics(String record) {
        JsonNode body = Golden.read(record).get("body");
        if (!body.isNull()) {
            assertThat(Schemas.current().problems(schemaOf(record), body)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void showExamplesThatWereWritten(String name) throws IOException {
        List<JsonNode> written = records()
                .filter(record -> schemaOf(record).equals(name))
                .map(record -> Golden.read(record).get("body"))
                .toList();

        assertThat(Schemas.current().read(name).get("examples").valueStream())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(written).contains(example));
    }

    /** {@code room-created.v1.named} and {@code agent.without-name} are written by {@code room-created.v1} and {@code agent.v1}. */
    private static String schemaOf(String record) {
        return record.contains(".v1")
                ? record.replaceFirst("(\\.v\\d+)\\..*", "$1")
                : record.replaceFirst("\\..*", "") + ".v1";
    }
}
