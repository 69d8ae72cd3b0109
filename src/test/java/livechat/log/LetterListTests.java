package livechat.log;

import static livechat.log.RecordText.bytes;
import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.aRoomRequest;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import livechat.Golden;
import livechat.log.Filed.Letter;
import livechat.log.Filed.Settled;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an operator's terminal, and whatever stands behind a pipe, gets to see of a dead letter. */
class LetterListTests {

    private final ProducerRecord<byte[], byte[]> came = RequestCodec.write(aRoomRequest(MARY, 1), new Partitions(4));

    private Letter letter(String cause) {
        return Letters.of(came, 1, 45, new IllegalArgumentException(cause));
    }

    private static Stream<String> lines(Letter letter, @Nullable Filed fate) {
        return Stream.of(
                LetterList.text(letter, fate), LetterList.json(letter, fate).toString());
    }

    @Test
    void saysWhereFromWhenWhatAndWhy() {
        assertThat(LetterList.text(letter("something"), null)).isEqualTo("""
                1-45  2026-01-02T12:00:00.000Z  livechat.room-requested.v1
                    id request-0000000001, from /livechat/room-service
                    IllegalArgumentException: something""");
        assertThat(Golden.parse(bytes(LetterList.json(letter("something"), null).toString())))
                .isEqualTo(Golden.parse(bytes("""
                {"letter":"1-45","topic":"livechat.room.requests","partition":1,"offset":45,
                "time":"2026-01-02T12:00:00.000Z","type":"livechat.room-requested.v1","requestId":"request-0000000001",
                "source":"/livechat/room-service","cause":"IllegalArgumentException: something"}""")));
    }

    @Test
    void saysWhatBecameOfOneThatWasPutBack() {
        Filed fate = new Settled(Optional.of(new LetterId(1, 45)), new LetterId(2, 60), "room-closed");

        assertThat(LetterList.text(letter("something"), fate)).endsWith("\n    put back as 2-60: room-closed");
        assertThat(LetterList.json(letter("something"), fate).get("putBack"))
                .isEqualTo(Golden.parse(bytes("{\"as\":\"2-60\",\"outcome\":\"room-closed\",\"done\":false}")));
    }

    /** Whoever wrote it may have put the token anywhere. */
    @Test
    void saysNeitherKeyNorValue() {
        came.headers().remove("ce_type").add("ce_type", bytes("for " + MARY.value()));
        came.headers().add("ce_source", bytes(MARY.value()));
        Letter letter = letter("nobody is called " + MARY.value());

        assertThat(lines(letter, null))
                .allSatisfy(line -> assertThat(line)
                        .contains("for <key>", "nobody is called <key>")
                        .doesNotContain(MARY.value(), "visitor-1"));
    }

    /** A terminal would obey. */
    @Test
    void saysNothingThatATerminalWouldObey() {
        came.headers().remove("ce_type").add("ce_type", bytes("\u001b]0;title\u0007\r\nroot# \u202e"));

        assertThat(lines(letter("something"), null))
                .allSatisfy(line -> assertThat(line).doesNotContain("\u001b", "\u0007", "\r", "\u202e"));
    }

    @Test
    void saysOnlyTheBeginningOfWhatIsLong() {
        came.headers().remove("ce_type").add("ce_type", bytes("x".repeat(100_000)));

        assertThat(lines(letter("something"), null))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(1000));
    }

    @Test
    void doesWithoutHeaders() {
        Letter bare = Letters.of(
                new ProducerRecord<>(came.topic(), came.key(), came.value()),
                1,
                45,
                new IllegalArgumentException("no"));

        assertThat(LetterList.text(bare, null)).contains("(none)\n    id (none), from (none)");
        assertThat(LetterList.json(bare, null).has("type")).isFalse();
    }
}
