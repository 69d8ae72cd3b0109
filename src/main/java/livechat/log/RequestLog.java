package livechat.log;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import livechat.room.Asked;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaOperations;

/** Where requests are written before anything is decided: the source of truth. */
public final class RequestLog {

    private final KafkaOperations<byte[], byte[]> kafka;
    private final Partitions partitions;
    private final LogClock clock;

    RequestLog(KafkaOperations<byte[], byte[]> kafka, Partitions partitions, LogClock clock) {
        this.kafka = kafka;
        this.partitions = partitions;
        this.clock = clock;
    }

    /**
     * Appends the request to its visitor's partition. Done with its offset when all in-sync replicas have it; if it
     * fails, the request may be on the log all the same.
     */
    public CompletableFuture<Long> append(Asked asked) {
        try {
            Instant sent = clock.now();
            return kafka.send(RequestCodec.write(asked, partitions))
                    .thenApply(result -> learn(sent, result.getRecordMetadata()));
        } catch (KafkaException | org.springframework.kafka.KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private long learn(Instant sent, RecordMetadata appended) {
        clock.learn(sent, Instant.ofEpochMilli(appended.timestamp()));
        return appended.offset();
    }
}
