package livechat.fold;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Finds the last record of a partition: the last offsets may be transaction markers, or aborted. */
final class LastRecord {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Polls in a row that bring nothing, 10 seconds in all: then the look-up fails and the fold's thread starts again. */
    private static final int PATIENCE = 50;

    /** The first look goes back this far, each further one eight times as far. */
    private static final long FIRST_STEP = 4;

    private static final int GROWTH = 8;

    private final Consumer<byte[], byte[]> consumer;

    LastRecord(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    Optional<ConsumerRecord<byte[], byte[]>> of(TopicPartition partition) {
        return before(partition, Long.MAX_VALUE);
    }

    /** The last record below this offset. */
    Optional<ConsumerRecord<byte[], byte[]>> before(TopicPartition partition, long bound) {
        consumer.assign(List.of(partition));
        long start = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long end = Math.min(bound, consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L));
        Optional<ConsumerRecord<byte[], byte[]>> last = Optional.empty();
        long from = end;
        for (long step = FIRST_STEP; last.isEmpty() && from > start; step *= GROWTH) {
            long to = from;
            from = Math.max(start, end - step);
            last = lastBetween(partition, from, to);
        }
        return last;
    }

    private Optional<ConsumerRecord<byte[], byte[]>> lastBetween(TopicPartition partition, long from, long to) {
        consumer.seek(partition, from);
        Optional<ConsumerRecord<byte[], byte[]>> last = Optional.empty();
        int idle = 0;
        while (consumer.position(partition) < to) {
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition).stream()
                    .filter(record -> record.offset() < to)
                    .toList();
            if (!records.isEmpty()) {
                last = Optional.of(records.getLast());
            }
            if (records.isEmpty() && ++idle > PATIENCE) {
                throw new TimeoutException("nothing came from " + partition + " within the time for a look-up");
            }
        }
        return last;
    }
}
