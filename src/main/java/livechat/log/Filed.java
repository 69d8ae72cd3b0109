package livechat.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import livechat.room.Decision;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** What is on the dead letters: letters, and what became of those that were put back. */
sealed interface Filed {

    /** Where the request is that this came of. */
    LetterId request();

    /** The letter that was put back and came to this. */
    Optional<LetterId> ofLetter();

    /** Whether there is nothing left to do for the letter that came to this. */
    boolean isDone();

    /** In one word. */
    String outcome();

    /** A letter always has an origin, as its last header of that name: whatever else its writer put into it. */
    static Filed of(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(DeadLetter.OFFSET) == null ? Settled.of(record) : new Letter(record);
    }

    /** A record that could not be read or folded. */
    record Letter(ConsumerRecord<byte[], byte[]> record) implements Filed {

        private static final List<String> ADDED = List.of(
                DeadLetter.TOPIC,
                DeadLetter.PARTITION,
                DeadLetter.OFFSET,
                DeadLetter.CAUSE,
                DeadLetter.LEFT_OUT,
                CloudEvents.POSITION);

        @Override
        public LetterId request() {
            return LetterId.read(word(DeadLetter.PARTITION) + "-" + word(DeadLetter.OFFSET))
                    .orElseThrow(() -> new IllegalStateException("a dead letter without origin"));
        }

        /** When the record was appended to the requests. */
        Instant time() {
            return Instant.ofEpochMilli(record.timestamp());
        }

        /** One of its headers; the key is not said. */
        Optional<String> told(String header) {
            return Printable.header(record.headers(), header).map(text -> Printable.masked(text, record.key()));
        }

        private String word(String header) {
            return Printable.header(record.headers(), header).orElse("");
        }

        boolean isLeftOut() {
            return record.headers().lastHeader(DeadLetter.LEFT_OUT) != null;
        }

        @Override
        public Optional<LetterId> ofLetter() {
            return LetterId.putBack(record.headers());
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public String outcome() {
            return "a dead letter again";
        }

        byte @Nullable [] key() {
            return record.key();
        }

        byte @Nullable [] value() {
            return record.value();
        }

        /** As it came. */
        Headers headers() {
            List<Header> came = new ArrayList<>();
            record.headers().forEach(came::add);
            came.removeIf(header -> ADDED.contains(header.key()));
            return new RecordHeaders(came);
        }
    }

    /**
     * A letter that was put back, and folded this time.
     *
     * @param request where the request is that it became
     * @param outcome changed, unchanged, or the code of a refusal
     */
    record Settled(Optional<LetterId> ofLetter, LetterId request, String outcome) implements Filed {

        static Settled of(ConsumerRecord<byte[], byte[]> record) {
            Headers headers = record.headers();
            return new Settled(
                    LetterId.putBack(headers),
                    new LetterId(record.partition(), ResultCodec.position(headers)),
                    Printable.header(headers, DeadLetter.OUTCOME).orElse("unknown"));
        }

        @Override
        public boolean isDone() {
            return outcome.equals(Decision.CHANGED) || outcome.equals(Decision.UNCHANGED);
        }
    }
}
