package livechat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import livechat.Golden;
import livechat.room.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What others may write stands in the code and in the schemas; each member of the golden records is bent until both refuse. */
class SchemaLimitsTests {

    private static final Position HERE = new Position(0, 1, 41, Instant.parse("2026-01-02T12:00:03.000Z"));

    static Stream<String> writtenByOthers() throws IOException {
        return SchemasTests.records()
                .filter(record -> topic(record).matches("livechat\\.(room\\.requests|agents|departments)"));
    }

    @ParameterizedTest
    @MethodSource("writtenByOthers")
    void allowNothingThatCannotBeRead(String record) {
        JsonNode good = Golden.read(record).get("body");

        assertThat(Stream.concat(Bent.texts(good), Bent.kinds(good)).filter(bent -> isValid(record, bent)))
                .allSatisfy(bent -> assertThat(isRead(record, bent)).isTrue());
    }

    /** As far as texts go, and what may be absent. Otherwise more is read than is promised: null, or a number for a text. */
    @ParameterizedTest
    @MethodSource("writtenByOthers")
    void forbidNothingThatIsRead(String record) {
        assertThat(Bent.texts(Golden.read(record).get("body")).filter(bent -> !isValid(record, bent)))
                .allSatisfy(bent -> assertThat(isRead(record, bent)).isFalse());
    }

    private static boolean isValid(String record, Bent bent) {
        return Schemas.current()
                .problems(SchemasTests.schemaOf(record), bent.body())
                .isEmpty();
    }

    private static boolean isRead(String record, Bent bent) {
        try {
            read(Golden.read(record), RecordText.bytes(bent.body().toString()));
            return true;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static void read(JsonNode golden, byte[] body) {
        switch (golden.get("topic").stringValue()) {
            case "livechat.agents" -> Topics.AGENTS.valueSerde().deserializer().deserialize("", body);
            case "livechat.departments" ->
                Topics.DEPARTMENTS.valueSerde().deserializer().deserialize("", body);
            default ->
                RequestCodec.read(
                        RecordText.headers(golden),
                        RecordText.bytes(golden.get("key").stringValue()),
                        body,
                        HERE);
        }
    }

    private static String topic(String record) {
        return Golden.read(record).get("topic").stringValue();
    }
}
