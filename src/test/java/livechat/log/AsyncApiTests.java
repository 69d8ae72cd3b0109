package livechat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import livechat.Golden;
import livechat.Pom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** One list of types in the code, the schemas, asyncapi.yaml and the README; one description of the topics. */
class AsyncApiTests {

    /** The messages without a schema for their value, by the golden record of each. */
    private static final Map<String, String> DEAD_LETTERS =
            Map.of("dead-letter", "deadLetter", "dead-letter-settled", "deadLetterSettled");

    /** They carry no type in their headers, so the code has no word for them. */
    private static final List<String> REFERENCE_DATA = List.of("agent.v1", "department.v1");

    /** What AsyncAPI has a word for, of what a topic may be configured to. */
    private static final Set<String> NAMED_SETTINGS =
            Set.of("cleanup.policy", "retention.ms", "retention.bytes", "delete.retention.ms", "max.message.bytes");

    private static final AsyncApi API = AsyncApi.read();

    static List<TopicFile> topics() {
        return TopicFiles.read().all();
    }

    static Stream<String> records() throws IOException {
        return Stream.concat(SchemasTests.records(), DEAD_LETTERS.keySet().stream());
    }

    @Test
    void hasASchemaAndAMessageForEachTypeOfTheCode() throws IllegalAccessException {
        List<String> types = new ArrayList<>(REFERENCE_DATA);
        for (Field type : WireType.class.getDeclaredFields()) {
            types.add(((String) type.get(null)).replaceFirst("^livechat\\.", ""));
        }

        assertThat(Schemas.current().names()).containsExactlyInAnyOrderElementsOf(types);
        assertThat(API.messages().propertyNames().stream().filter(name -> !DEAD_LETTERS.containsValue(name)))
                .containsExactlyInAnyOrderElementsOf(types);
        assertThat(API.channels()
                        .flatMap(channel -> channel.get("messages").propertyNames().stream())
                        .filter(name -> !DEAD_LETTERS.containsValue(name)))
                .as("each on one channel")
                .containsExactlyInAnyOrderElementsOf(types);
    }

    @Test
    void callsEachMessageByItsTypeAndGivesItItsSchema() {
        assertThat(API.messages().properties())
                .filteredOn(message -> !DEAD_LETTERS.containsValue(message.getKey()))
                .allSatisfy(message -> {
                    assertThat(message.getValue().get("name").stringValue()).isEqualTo("livechat." + message.getKey());
                    assertThat(message.getValue().at("/payload/$ref").stringValue())
                            .isEqualTo("schemas/" + message.getKey() + ".json");
                    assertThat(message.getValue().get("title"))
                            .isEqualTo(Schemas.current().read(message.getKey()).get("title"));
                });
    }

    @Test
    void isOfTheVersionThatIsBuilt() {
        assertThat(API.document().at("/info/version").stringValue() + "-SNAPSHOT")
                .startsWith(Pom.text("version"));
    }

    @Test
    void isAsLongAsTheListOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("topics/README.md"));

        assertThat(Pattern.compile("\\*\\*`livechat\\.(.+?)`\\*\\*")
                        .matcher(readme)
                        .results()
                        .map(type -> type.group(1)))
                .containsAll(Schemas.current().names().stream()
                        .filter(name -> !REFERENCE_DATA.contains(name))
                        .toList())
                .isSubsetOf(Schemas.current().names());
        assertThat(REFERENCE_DATA).allSatisfy(name -> assertThat(readme).contains("(schemas/" + name + ".json)"));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void describesTheTopicThatTheFileMakes(TopicFile topic) {
        JsonNode kafka = API.channel(topic.name()).at("/bindings/kafka");

        assertThat(kafka.get("topic").stringValue()).isEqualTo(topic.name());
        assertThat(kafka.get("partitions").intValue()).isEqualTo(topic.partitions());
        assertThat(kafka.get("replicas").intValue()).isEqualTo(topic.replicas());
        assertThat(kafka.get("topicConfiguration").properties().stream()
                        .map(setting -> setting.getKey() + "=" + text(setting.getValue())))
                .containsExactlyInAnyOrderElementsOf(topic.config().entrySet().stream()
                        .filter(setting -> NAMED_SETTINGS.contains(setting.getKey()))
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void describesNoOtherTopics() {
        assertThat(API.channels().map(channel -> channel.get("address").stringValue()))
                .containsExactlyInAnyOrderElementsOf(
                        topics().stream().map(TopicFile::name).toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void allowsTheKeysAndHeadersThatWereWritten(String file) {
        JsonNode record = Golden.read(file);
        String message = DEAD_LETTERS.containsKey(file) ? DEAD_LETTERS.get(file) : SchemasTests.schemaOf(file);

        assertThat(API.channel(record.get("topic").stringValue())
                        .get("messages")
                        .has(message))
                .as("on its channel")
                .isTrue();
        if (!record.path("headers").isEmpty()) {
            assertThat(API.problems(API.headers(message), record.get("headers")))
                    .isEmpty();
            assertThat(record.get("headers").propertyNames())
                    .isSubsetOf(API.document()
                            .at("/components/schemas")
                            .valueStream()
                            .flatMap(schema -> schema.path("properties").propertyNames().stream())
                            .toList());
        }
        if (record.has("key")) {
            assertThat(API.problems(AsyncApi.key(message), record.get("key"))).isEmpty();
        }
    }

    /** A list of one policy, or a number, as the file of a topic writes it. */
    private static String text(JsonNode setting) {
        return setting.isArray() ? setting.get(0).stringValue() : setting.asString();
    }
}
