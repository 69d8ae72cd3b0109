package livechat.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import livechat.Golden;
import livechat.room.Agent;
import livechat.room.Department;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Agents and departments, byte for byte: this is what the platform has learnt to write. */
class GoldenDirectoryTests {

    static Stream<Arguments> records() {
        return Stream.of(
                arguments("agent", Topics.AGENTS, entry(new Agent("agent-1", "anna"), "Anna Berg", true)),
                arguments("agent.without-name", Topics.AGENTS, entry(new Agent("agent-2", "ben"), null, false)),
                arguments(
                        "department",
                        Topics.DEPARTMENTS,
                        entry(new Department("department-1", List.of("unit-1", "unit-2")), "Support", true)),
                arguments(
                        "department.without-name",
                        Topics.DEPARTMENTS,
                        entry(new Department("department-2", List.of()), null, false)));
    }

    private static <T> DirectoryEntry<T> entry(T what, @Nullable String name, boolean inUse) {
        return new DirectoryEntry<>(what, Optional.ofNullable(name), inUse);
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void writes(String file, Topic<String, T> topic, T entry) {
        assertThat(topic.name()).isEqualTo(Golden.read(file).get("topic").stringValue());
        assertThat(topic.valueSerde().serializer().serialize(topic.name(), entry))
                .asString()
                .isEqualTo(body(file).toString());
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void reads(String file, Topic<String, T> topic, T entry) {
        assertThat(read(topic, body(file))).isEqualTo(entry);
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void passesOverWhatIsNotKnownYet(String file, Topic<String, T> topic, T entry) {
        assertThat(read(topic, body(file).put("mood", "sunny"))).isEqualTo(entry);
    }

    @ParameterizedTest
    @MethodSource("records")
    <T> void hasNoWordForATombstone(String file, Topic<String, T> topic, T entry) {
        assertThat(topic.valueSerde().serializer().serialize(topic.name(), null))
                .isNull();
        assertThat(topic.valueSerde().deserializer().deserialize(topic.name(), null))
                .isNull();
    }

    private static <T> T read(Topic<String, T> topic, ObjectNode body) {
        byte[] bytes = body.toString().getBytes(UTF_8);
        return topic.valueSerde().deserializer().deserialize(topic.name(), bytes);
    }

    private static ObjectNode body(String file) {
        return (ObjectNode) Golden.read(file).get("body");
    }
}
