package livechat.log;

import static livechat.log.RecordText.bytes;
import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.NOON;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.landed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import java.util.Optional;
import livechat.Golden;
import livechat.room.Decision;
import livechat.room.InMemoryLedger;
import livechat.room.Landed;
import livechat.room.Position;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a record that could not be read, and of one that was put back. */
class DeadLetterTests {

    private static final Partitions FOUR = new Partitions(4);

    private static String cause(String type, String body) {
        ProducerRecord<byte[], byte[]> record = RequestCodec.write(aRoomRequest(MARY, 1), FOUR);
        record.headers().remove("ce_type").add("ce_type", bytes(type));
        Position at = new Position(FOUR.of(MARY), 4, 45, NOON);
        return DeadLetter.cause(
                catchRuntimeException(() -> RequestCodec.read(record.headers(), record.key(), bytes(body), at)));
    }

    /** Jackson quotes what it stumbles over; in each of these that is a name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"visitorId":"v","personal":{"name":"x","customFields":[{"key":"k","value":"v","overwrite":"Mercury"}]}} | /personal/customFields/0/overwrite
                    {"visitorId":"v","personal":"Mercury"}                                                                   | /personal
                    {"visitorId":"v","personal":{"name":{"first":"Mercury"},"customFields":[]}}                              | /personal/name
                    {"visitorId":"v","personal":{"name":Mercury}}                                                            | /personal
                    Mercury                                                                                                  | line 1, column
                    {"personal":{"name":"Mercury","customFields":[]}}                                                        | /visitorId
                    """)
    void saysWhereABodyIsWrongAndNotWhatStandsThere(String body, String where) {
        assertThat(cause("livechat.registration-requested.v1", body))
                .contains("no such JSON as the type asks for", where)
                .doesNotContain("Mercury");
    }

    @Test
    void doesNotSayTheNameOfAFieldThatSomebodyMadeUp() {
        assertThat(cause("livechat.room-info-requested.v1", "{\"personal\":{\"livechatData\":{\"Mercury\":[]}}}"))
                .contains("/personal/livechatData/*")
                .doesNotContain("Mercury");
    }

    @Test
    void filesWhatBecameOfALetterThatWasPutBack() {
        ProducerRecord<byte[], byte[]> record = RequestCodec.write(aRoomRequest(MARY, 1), FOUR);
        record.headers().add("ce_deadletter", bytes("1-45"));
        Landed landed = landed(aRoomRequest(MARY, 1), 60);
        Decision decision = new InMemoryLedger().fold(landed);

        Headers notice =
                DeadLetter.settled(record.headers(), landed.at(), decision).orElseThrow();

        Filed filed = Filed.of(Letters.consumed(landed.at().partition(), notice, null, null));
        assertThat(filed)
                .isEqualTo(new Filed.Settled(
                        Optional.of(new LetterId(1, 45)),
                        new LetterId(landed.at().partition(), 60),
                        "changed"));
        assertThat(filed.isDone()).isTrue();
        assertThat(notice).isEqualTo(RecordText.headers(Golden.read("dead-letter-settled")));
    }

    @Test
    void filesNothingForOtherRequests() {
        Landed landed = landed(aRoomRequest(MARY, 1), 60);
        Decision decision = new InMemoryLedger().fold(landed);
        assertThat(DeadLetter.settled(new RecordHeaders(), landed.at(), decision))
                .isEmpty();
        Headers nonsense = new RecordHeaders().add("ce_deadletter", bytes("1-45-" + MARY.value()));
        assertThat(DeadLetter.settled(nonsense, landed.at(), decision)).isEmpty();
        Headers none = new RecordHeaders().add("ce_deadletter", null);
        assertThat(DeadLetter.settled(none, landed.at(), decision)).isEmpty();
    }

    /** Its writer may have added any header; where a letter is from is what we added, last. */
    @Test
    void isALetterWhateverItsWriterSays() {
        ProducerRecord<byte[], byte[]> record = RequestCodec.write(aRoomRequest(MARY, 1), FOUR);
        record.headers().add("dl_outcome", bytes("changed")).add("dl_offset", bytes("4711"));

        Filed.Letter letter = Letters.of(record, 1, 45, new IllegalArgumentException("something"));

        assertThat(letter.request()).isEqualTo(new LetterId(1, 45));
    }
}
