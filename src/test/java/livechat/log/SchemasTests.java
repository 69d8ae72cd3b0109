package livechat.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import livechat.Golden;
import livechat.room.Refusal;
import livechat.room.Source;
import org.junit.jupiter.api.Test;
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
                    .filter(name -> !name.startsWith("dead-letter"))
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

    /** Where there may be more of them later, the words so far are examples. */
    @Test
    void nameTheWordsThatThereAreSoFar() {
        assertThat(Schemas.current()
                        .read("request-refused.v1")
                        .at("/properties/error/examples")
                        .valueStream())
                .extracting(JsonNode::stringValue)
                .containsExactlyElementsOf(
                        Stream.of(Refusal.values()).map(Refusal::code).toList());
        assertThat(Schemas.current()
                        .read("room.v1")
                        .at("/properties/source/properties/type/examples")
                        .valueStream())
                .extracting(JsonNode::stringValue)
                .containsExactlyElementsOf(
                        Stream.of(Source.values()).map(Source::type).toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void callThemselvesByTheirFiles(String name) {
        JsonNode schema = Schemas.current().read(name);

        assertThat(schema.get("$id").stringValue()).isEqualTo(Schemas.ID_PREFIX + name + ".json");
        assertThat(schema.get("$schema").stringValue()).isEqualTo(SpecificationVersion.DRAFT_2020_12.getDialectId());
    }

    /** Whoever reads a schema is told what each member is, and in which unit. */
    @ParameterizedTest
    @MethodSource("files")
    void describeEachMember(String name) {
        assertThat(members(Schemas.current().read(name)))
                .allSatisfy(member -> assertThat(member.has("description") || member.has("$ref"))
                        .isTrue());
    }

    static Stream<String> files() {
        return Stream.concat(Schemas.current().names().stream(), Stream.of(Schemas.COMMON));
    }

    private static List<JsonNode> members(JsonNode schema) {
        return schema.findValues("properties").stream()
                .filter(properties -> !properties.isEmpty())
                .flatMap(JsonNode::valueStream)
                .filter(member -> !member.propertyNames().equals(Set.of("const"))
                        && !member.propertyNames().equals(Set.of("enum")))
                .toList();
    }

    /** {@code room-created.v1.named} and {@code agent.without-name} are written by {@code room-created.v1} and {@code agent.v1}. */
    static String schemaOf(String record) {
        return record.contains(".v1")
                ? record.replaceFirst("(\\.v\\d+)\\..*", "$1")
                : record.replaceFirst("\\..*", "") + ".v1";
    }
}
