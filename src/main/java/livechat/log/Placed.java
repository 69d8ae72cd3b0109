package livechat.log;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * A body and the partition it goes to: results stay on the fold's own partition, whatever their key.
 *
 * @param body null in a tombstone, and in a dead letter that came without one
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from the fold to its sink, never compared.
public record Placed(int partition, byte @Nullable [] body) {

    static final Serde<Placed> SERDE = Serdes.serdeFrom((topic, placed) -> placed.body(), (topic, bytes) -> {
        throw new UnsupportedOperationException("results are written, not read");
    });
}
