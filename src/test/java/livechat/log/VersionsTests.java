package livechat.log;

import static livechat.log.RecordText.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import livechat.Golden;
import livechat.log.Versions.Upcast;
import livechat.room.LogKey;
import livechat.room.Position;
import livechat.room.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** That the log stays readable: what was once written, and what only a later service will write. */
class VersionsTests {

    /** A type that has come to its third version: a name became two, then a list. */
    private record Guest(List<String> names) {}

    private static final Versions<Guest> GUESTS = new Versions<>(
            Map.of("livechat.guest.v3", Guest.class),
            Map.of(
                    "livechat.guest.v1",
                    new Upcast(
                            "livechat.guest.v2",
                            body -> body.put("first", body.get("name").stringValue())
                                    .put("last", "")),
                    "livechat.guest.v2",
                    new Upcast("livechat.guest.v3", body -> {
                        body.putArray("names").add(body.get("first")).add(body.get("last"));
                        return body;
                    })));

    @Test
    void readsEveryVersionAsTheCurrentOne() {
        assertThat(GUESTS.read("livechat.guest.v3", bytes("{\"names\":[\"Mary\",\"Fay\"]}"))
                        .names())
                .containsExactly("Mary", "Fay");
        assertThat(GUESTS.read("livechat.guest.v2", bytes("{\"first\":\"Mary\",\"last\":\"Fay\"}"))
                        .names())
                .containsExactly("Mary", "Fay");
        assertThat(GUESTS.read("livechat.guest.v1", bytes("{\"name\":\"Mary\"}"))
                        .names())
                .containsExactly("Mary", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"livechat.guest.v4", "livechat.guest.v10", "livechat.guest.v99999999999999999999"})
    void tellsANewerVersion(String type) {
        assertThatExceptionOfType(Versions.UnknownVersion.class)
                .isThrownBy(() -> GUESTS.read(type, bytes("{}")))
                .withMessage(type + " was written by a newer service: put it back after the upgrade");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "livechat.guest",
                "livechat.guest.v0",
                "livechat.guest.v03",
                "livechat.guest.v3 ",
                "livechat.ghost.v3",
                "LIVECHAT.GUEST.V3",
                "java.lang.Runtime"
            })
    void tellsAnUnknownType(String type) {
        assertThatExceptionOfType(Versions.UnknownType.class).isThrownBy(() -> GUESTS.read(type, bytes("{}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", ""})
    void refusesAnOldBodyThatIsNone(String body) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> GUESTS.read("livechat.guest.v1", bytes(body)));
    }

    static final List<String> REQUESTS = requests();

    /** Every request among the golden files, of whatever version: none of them may ever be changed or taken away. */
    private static List<String> requests() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden"))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> name.matches("[a-z-]+\\.v[0-9]+(\\..*)?"))
                    .filter(name -> Golden.read(name).path("topic").asString().equals(Topics.REQUESTS.name()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @FieldSource("REQUESTS")
    void readsEachRequestThatWasEverWritten(String file) {
        JsonNode golden = Golden.read(file);
        LogKey key = new Token(golden.get("key").stringValue());
        Position at = new Position(new Partitions(4).of(key), 4, 41, Timestamps.read(deadline(golden)));

        assertThat(RequestCodec.read(RecordText.headers(golden), bytes(key.value()), RecordText.body(golden), at)
                        .asked()
                        .id()
                        .value())
                .isEqualTo(golden.at("/headers/ce_id").stringValue());
    }

    private static String deadline(JsonNode golden) {
        return golden.at("/headers/ce_deadline").stringValue();
    }

    @Test
    void hasASampleOfEachTypeInEachVersion() {
        Set<String> sampled = REQUESTS.stream()
                .map(file -> Golden.read(file).at("/headers/ce_type").stringValue())
                .collect(Collectors.toSet());
        assertThat(sampled).containsAll(RequestBodies.CURRENT.keySet()).containsAll(RequestBodies.OLDER.keySet());
    }

    /** From version 1 on, without a gap, each to the next and the last to the current one. */
    @Test
    void leadsEachOlderVersionToTheNext() {
        for (String type : RequestBodies.CURRENT.keySet()) {
            for (int version = version(type) - 1; version > 0; version--) {
                String older = named(type, version);
                assertThat(Optional.ofNullable(RequestBodies.OLDER.get(older)).map(Upcast::to))
                        .as(older)
                        .contains(named(type, version + 1));
            }
        }
        assertThat(RequestBodies.OLDER)
                .hasSize(RequestBodies.CURRENT.keySet().stream()
                        .mapToInt(type -> version(type) - 1)
                        .sum());
    }

    private static int version(String type) {
        return Integer.parseInt(type.substring(type.lastIndexOf(".v") + 2));
    }

    private static String named(String type, int version) {
        return type.substring(0, type.lastIndexOf(".v") + 2) + version;
    }
}
