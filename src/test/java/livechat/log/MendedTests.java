package livechat.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static livechat.log.RecordText.bytes;
import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.NOON;
import static livechat.room.RoomFixtures.aRoomRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import livechat.log.Filed.Letter;
import livechat.room.Position;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a dead letter becomes when it is put back. */
class MendedTests {

    private static final Partitions FOUR = new Partitions(4);
    private static final byte[] GOOD = bytes("{\"roomId\":\"room-1\",\"visitorId\":\"visitor-1\"}");

    private final ProducerRecord<byte[], byte[]> came = RequestCodec.write(aRoomRequest(MARY, 1), FOUR);

    private Letter letter() {
        return Letters.of(came, 1, 45, new IllegalArgumentException("something"));
    }

    private ProducerRecord<byte[], byte[]> mended(byte @Nullable [] value, String... headers) {
        return new Mended(letter(), value, Arrays.asList(headers)).request(FOUR, NOON.plusSeconds(100));
    }

    @Test
    void keepsAllThatCameButTheDeadline() {
        ProducerRecord<byte[], byte[]> again = mended(null);

        assertThat(again.key()).isEqualTo(came.key());
        assertThat(again.value()).isEqualTo(came.value());
        assertThat(again.topic()).isEqualTo("livechat.room.requests");
        assertThat(header(again, "ce_id")).isEqualTo(header(came, "ce_id"));
        assertThat(header(again, "ce_time")).isEqualTo("2026-01-02T12:00:01.000Z");
        assertThat(header(again, "ce_deadline")).isEqualTo("2026-01-02T12:01:40.000Z");
        assertThat(header(again, "ce_deadletter")).isEqualTo("1-45");
        assertThat(StreamSupport.stream(again.headers().spliterator(), false).map(Header::key))
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.startsWith("dl_") || name.equals("ce_position"));
    }

    /** The letter lay on partition 1. */
    @Test
    void goesWhereItsKeyBelongs() {
        assertThat(FOUR.of(MARY)).isNotEqualTo(1);
        assertThat(mended(null).partition()).isEqualTo(FOUR.of(MARY));
    }

    @Test
    void canBeReadThere() {
        ProducerRecord<byte[], byte[]> again = mended(null);
        Position there = new Position(again.partition(), 4, 60, NOON.plusSeconds(90));

        assertThat(RequestCodec.read(again.headers(), again.key(), again.value(), there)
                        .asked()
                        .request())
                .isEqualTo(aRoomRequest(MARY, 1).request());
    }

    @Test
    void takesAnotherValueAndOtherHeaders() {
        came.headers().remove("ce_type").add("ce_type", bytes("livechat.rom-requested.v1"));
        came.headers().add("x-stray", bytes("1"));

        ProducerRecord<byte[], byte[]> again =
                mended(GOOD, "ce_type=livechat.room-requested.v1", "x-note=a=b", "x-stray=");

        assertThat(again.value()).isEqualTo(GOOD);
        assertThat(header(again, "ce_type")).isEqualTo("livechat.room-requested.v1");
        assertThat(header(again, "x-note")).isEqualTo("a=b");
        assertThat(again.headers().headers("x-stray")).isEmpty();
    }

    /** So that putting it back twice is asking the same thing twice. */
    @Test
    void hasAnIdOfItsOwnWhereItCameWithNone() {
        came.headers().remove("ce_id");

        assertThat(header(mended(null), "ce_id")).isEqualTo("dead-letter-of-1-45");
        assertThat(header(mended(null), "ce_id")).isEqualTo("dead-letter-of-1-45");
    }

    @Test
    void isRefusedWhereItWouldBeADeadLetterAgain() {
        assertRefused("livechat.nonsense.v1 is no type of this service", null, "ce_type=livechat.nonsense.v1");
        assertRefused("header ce_type is missing", null, "ce_type=");
        assertRefused("no such JSON", bytes("garbage"));
        assertRefused("ce_time", null, "ce_time=");
    }

    @Test
    void isRefusedWithoutAKeyOrAValue() {
        Letter keyless = Letters.of(
                new ProducerRecord<>(came.topic(), 1, null, null, GOOD, came.headers()),
                1,
                45,
                new IllegalArgumentException("something"));
        assertThatExceptionOfType(Mended.Unfit.class)
                .isThrownBy(() -> new Mended(keyless, null, List.of()).request(FOUR, NOON))
                .withMessageContaining("no key");
        Letter empty = Letters.of(
                new ProducerRecord<>(came.topic(), 1, null, came.key(), null, came.headers()),
                1,
                45,
                new IllegalArgumentException("something"));
        assertThatExceptionOfType(Mended.Unfit.class)
                .isThrownBy(() -> new Mended(empty, null, List.of()).request(FOUR, NOON))
                .withMessageContaining("no value");
    }

    @Test
    void saysTheKeyToNobody() {
        assertThatExceptionOfType(Mended.Unfit.class)
                .isThrownBy(() -> mended(null, "ce_type=" + MARY.value()))
                .withMessageContaining("<key> is no type of this service")
                .withMessageNotContaining(MARY.value());
    }

    private void assertRefused(String why, byte @Nullable [] value, String... headers) {
        assertThatExceptionOfType(Mended.Unfit.class)
                .isThrownBy(() -> mended(value, headers))
                .withMessageContaining("would be a dead letter again")
                .withMessageContaining(why);
    }

    private static String header(ProducerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
