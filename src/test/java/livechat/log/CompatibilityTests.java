package livechat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import livechat.Golden;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Nothing that was released is broken by what is there now; and breaks of every kind are found. */
class CompatibilityTests {

    private static final Path RELEASED = Path.of("topics/released");

    private static final String WHAT_TO_DO = """
            These are breaks with the contract of release %s, which others build on. Leave the version that it has as it \
            was, and add a new one beside it, such as topics/schemas/room-created.v2.json: see "How versions come" in \
            topics/README.md.""";

    static Stream<Path> releases() throws IOException {
        try (Stream<Path> releases = Files.list(RELEASED)) {
            return releases.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void keepsWhatWasReleased(Path release) {
        assertThat(Compatibility.breaks(Contract.read(release), Contract.current()))
                .as(WHAT_TO_DO, release.getFileName())
                .isEmpty();
    }

    @Test
    void knowsOneReleaseAtLeast() throws IOException {
        assertThat(releases()).isNotEmpty();
    }

    /** A line is what is changed: the document, the place, and what stands there then; nothing where it is taken away. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            schemas/room.v1.json                | /properties/msgs            | -            | room.v1/msgs is gone
            schemas/room.v1.json                | /properties/msgs/type       | "string"     | room.v1/msgs: type was "integer" and is "string"
            schemas/room.v1.json                | /properties/msgs/type       | "number"     | room.v1/msgs: type was "integer" and is "number"
            schemas/room.v1.json                | /required                   | ["_id"]      | room.v1: required was
            schemas/room.v1.json                | /properties/v/properties/status/enum/4 | "lost" | room.v1/v/status: enum was
            schemas/room.v1.json                | /properties/t/const         | "v"          | room.v1/t: const was "l" and is "v"
            schemas/room.v1.json                | /properties/t/const         | -            | room.v1/t: const was "l" and is
            schemas/room.v1.json                | /properties/fname/maxLength | 300          | room.v1/fname: maxLength was 256 and is 300
            schemas/room.v1.json                | /properties/fname/maxLength | -            | room.v1/fname: maxLength was 256 and is
            schemas/room.v1.json                | /properties/fname/minLength | 0            | room.v1/fname: minLength was 1 and is 0
            schemas/room.v1.json                | /properties/ts/pattern      | "^.*$"       | room.v1/ts: pattern was
            schemas/room.v1.json                | /properties/ts/format       | -            | room.v1/ts: format was
            schemas/room.v1.json                | /properties/tags/items/type | "integer"    | room.v1/tags/items: type was
            schemas/room.v1.json                | /properties/customFields/additionalProperties | - | room.v1/customFields/additionalProperties: type was
            schemas/room.v1.json                | /not                        | -            | room.v1: not was
            schemas/room.v1.json                | /oneOf/2                    | {}           | room.v1: oneOf was
            schemas/common.json                 | /$defs/message/properties/alias | -        | message-added.v1/message/alias is gone
            schemas/common.json                 | /$defs/message/properties/alias | -        | room.v1/lastMessage/alias is gone
            schemas/room-closed.v1.json         | /properties/room/allOf/1    | -            | room-closed.v1/room: allOf was
            schemas/room-closed.v1.json         | /properties/room/allOf/1/required | []     | room-closed.v1/room: required was
            schemas/room-closed.v1.json         | /required                   | -            | room-closed.v1: required was ["room"] and is
            schemas/transfer-requested.v1.json  | /required                   | ["agent"]    | transfer-requested.v1: required was
            schemas/transfer-requested.v1.json  | /anyOf/1                    | -            | transfer-requested.v1: anyOf was
            schemas/room-requested.v1.json      | /properties/source/enum/1   | -            | room-requested.v1/source: enum was
            schemas/room-requested.v1.json      | /properties/source          | -            | room-requested.v1/source is gone
            schemas/room-requested.v1.json      | /properties/mood            | {}           | room-requested.v1/mood is new in a request
            schemas/common.json                 | /$defs/agent/properties/mood | {}          | assignment-requested.v1/agent/mood is new in a request
            schemas/room-requested.v1.json      | /properties/source/type     | "integer"    | room-requested.v1/source: type was
            schemas/room-requested.v1.json      | /properties/roomId/pattern  | "^[a-z]*$"   | room-requested.v1/roomId: pattern was
            schemas/room-requested.v1.json      | /properties/roomId/maxLength | 17          | room-requested.v1/roomId: maxLength was  and is 17
            schemas/room-requested.v1.json      | /not                        | {}           | room-requested.v1: not was
            schemas/close-requested.v1.json     | /properties/personal/properties/tags/maxItems | 49 | close-requested.v1/personal/tags: maxItems was 50 and is 49
            schemas/common.json                 | /$defs/author/allOf/2       | {}           | message-posted.v1/from: allOf was
            schemas/common.json                 | /$defs/agent/required/2     | "name"       | assignment-requested.v1/agent: required was
            schemas/agent.v1.json               | /required/3                 | "name"       | agent.v1: required was
            asyncapi.yaml                       | /channels/events/messages/room-closed.v1 | - | channel events: the message room-closed.v1 is gone
            asyncapi.yaml                       | /channels/rooms/address     | "rooms"      | channel rooms: /address was "livechat.rooms" and is "rooms"
            asyncapi.yaml                       | /channels/rooms             | -            | channel rooms: /address was
            asyncapi.yaml                       | /channels/rooms/bindings/kafka/partitions | 12 | channel rooms: /bindings/kafka/partitions was 24 and is 12
            asyncapi.yaml                       | /components/schemas/roomId/pattern | -     | room.v1 key: pattern was
            asyncapi.yaml                       | /components/schemas/resultHeaders/properties/ce_position | - | room.v1 headers/ce_position is gone
            asyncapi.yaml                       | /components/schemas/requestHeaders/required/4 | "ce_source" | room-requested.v1 headers: required was
            """)
    void findsABreak(String document, String place, @Nullable String value, String found) {
        assertThat(Compatibility.breaks(Contract.current(), changed(document, place, value)))
                .as("what is broken")
                .anySatisfy(broken -> assertThat(broken).startsWith(found));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            schemas/room.v1.json                | /properties/mood            | {"type":"string"}
            schemas/room.v1.json                | /properties/msgs/description | "How many."
            schemas/room.v1.json                | /properties/fname/maxLength | 200
            schemas/room.v1.json                | /properties/msgs/maximum    | 1000000
            schemas/room.v1.json                | /properties/v/properties/status/enum/3 | -
            schemas/room.v1.json                | /required/10                | "source"
            schemas/room-created.v1.json        | /properties/room/allOf/2    | {"required":["source"]}
            schemas/request-refused.v1.json     | /properties/error/examples/99 | "tired"
            schemas/room-requested.v1.json      | /properties/source/enum/2   | "sms"
            schemas/room-requested.v1.json      | /properties/roomId/pattern  | -
            schemas/room-requested.v1.json      | /required/1                 | -
            schemas/close-requested.v1.json     | /properties/personal/properties/tags/maxItems | 60
            schemas/common.json                 | /$defs/message/properties/mood | {"type":"string"}
            schemas/common.json                 | /$defs/mood                 | {"type":"string"}
            schemas/room-created.v2.json        | -                           | {"type":"object"}
            asyncapi.yaml                       | /channels/rooms/title       | "Rooms"
            """)
    void passesOverAnAddition(String document, @Nullable String place, @Nullable String value) {
        assertThat(Compatibility.breaks(Contract.current(), changed(document, place == null ? "" : place, value)))
                .isEmpty();
    }

    private static Contract changed(String document, String place, @Nullable String value) {
        Contract contract = Contract.current();
        Map<String, JsonNode> documents = new TreeMap<>(contract.documents());
        Optional<JsonNode> text =
                Optional.ofNullable(value).map(RecordText::bytes).map(Golden::parse);
        if (place.isEmpty()) {
            documents.put(document, text.orElseThrow());
            return new Contract(documents);
        }
        JsonNode changed = contract.document(document).deepCopy();
        JsonPointer at = JsonPointer.compile(place);
        change(changed.at(at.head()), at.last(), text);
        documents.put(document, changed);
        return new Contract(documents);
    }

    private static void change(JsonNode parent, JsonPointer last, Optional<JsonNode> value) {
        switch (parent) {
            case ArrayNode list when value.isEmpty() -> list.remove(last.getMatchingIndex());
            case ArrayNode list
            when last.getMatchingIndex() < list.size() -> list.set(last.getMatchingIndex(), value.orElseThrow());
            case ArrayNode list -> list.add(value.orElseThrow());
            case ObjectNode object when value.isEmpty() -> object.remove(last.getMatchingProperty());
            case ObjectNode object -> object.set(last.getMatchingProperty(), value.orElseThrow());
            default -> throw new IllegalArgumentException("nothing can be changed at " + last);
        }
    }
}
