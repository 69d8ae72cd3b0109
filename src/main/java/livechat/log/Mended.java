package livechat.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import livechat.room.Position;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it is to be put back: under the key that it came with, where that belongs.
 *
 * @param value instead of the one that it came with
 * @param headers instead of those that it came with, each as {@code name=value}; without a value it is taken out
 */
@SuppressWarnings("ArrayRecordComponent") // Made once and read once.
record Mended(Filed.Letter letter, byte @Nullable [] value, List<String> headers) {

    /**
     * The request that it becomes.
     *
     * @param deadline log time
     * @throws Unfit where it would be a dead letter again
     */
    ProducerRecord<byte[], byte[]> request(Partitions partitions, Instant deadline) {
        byte[] key = letter.key();
        if (letter.isLeftOut() || key == null) {
            throw new Unfit("it has no key: %s"
                    .formatted(letter.isLeftOut() ? "it was too large for a letter" : "it came without one"));
        }
        byte[] body = Objects.requireNonNullElseGet(
                value,
                () -> Optional.ofNullable(letter.value()).orElseThrow(() -> new Unfit("it has no value: give it one")));
        Headers mended = headers(deadline);
        int partition = partitions.of(key);
        check(mended, key, body, new Position(partition, partitions.count(), 0, deadline));
        return new ProducerRecord<>(Topics.REQUESTS.name(), partition, null, key, body, mended);
    }

    /** The request id stays: what was folded under it, and is remembered, is not done again. */
    private Headers headers(Instant deadline) {
        Headers mended = letter.headers();
        for (String header : headers) {
            String[] parts = header.split("=", 2);
            mended.remove(parts[0]);
            if (parts.length == 2 && !parts[1].isEmpty()) {
                mended.add(parts[0], parts[1].getBytes(StandardCharsets.UTF_8));
            }
        }
        if (RequestCodec.id(mended).isEmpty()) {
            // The same however often it is put back.
            put(mended, CloudEvents.ID, "dead-letter-of-" + letter.request());
        }
        put(mended, CloudEvents.DEADLINE, Timestamps.text(deadline));
        put(mended, CloudEvents.DEAD_LETTER, letter.request().toString());
        return mended;
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        CloudEvents.put(headers, name, value);
    }

    private static void check(Headers headers, byte[] key, byte[] body, Position at) {
        try {
            RequestCodec.read(headers, key, body, at);
        } catch (RuntimeException cause) {
            throw new Unfit("it would be a dead letter again: " + Printable.masked(DeadLetter.cause(cause), key));
        }
    }

    /** It cannot be put back like this; the message says why. */
    static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unfit(String why) {
            super(why);
        }
    }
}
