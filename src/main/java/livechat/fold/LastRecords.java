package livechat.fold;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Finds the last record of each of some partitions: the last offsets may be transaction markers, or aborted. */
final class LastRecords {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Polls in a row that bring nothing, 10 seconds in all: then the look-up fails and the fold's thread starts again. */
    private static final int PATIENCE = 50;

    /** The first look goes back this far, each further one eight times as far. */
    private static final long FIRST_STEP = 4;

    private static final int GROWTH = 8;

    private final Consumer<byte[], byte[]> consumer;

    LastRecords(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** All in one go, since visitors wait: a handful of round trips. Partitions that have none are left out. */
    Map<TopicPartition, ConsumerRecord<byte[], byte[]>> of(Set<TopicPartition> partitions) {
        return below(partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> Long.MAX_VALUE)));
    }

    /** The last record below this offset. */
    @Nullable
    ConsumerRecord<byte[], byte[]> below(TopicPartition partition, long bound) {
        return below(Map.of(partition, bound)).get(partition);
    }

    private Map<TopicPartition, ConsumerRecord<byte[], byte[]>> below(Map<TopicPartition, Long> bounds) {
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();
        Map<TopicPartition, Span> spans = spans(bounds);
        for (long step = FIRST_STEP; !spans.isEmpty(); step *= GROWTH) {
            long back = step;
            spans.replaceAll((_, span) -> span.back(back));
            found.putAll(lastWithin(spans));
            spans.entrySet()
                    .removeIf(span ->
                            found.containsKey(span.getKey()) || span.getValue().isAll());
        }
        return found;
    }

    private Map<TopicPartition, Span> spans(Map<TopicPartition, Long> bounds) {
        consumer.assign(bounds.keySet()); // Else it warns that it was asked about others.
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(bounds.keySet());
        Map<TopicPartition, Span> spans = new HashMap<>();
        consumer.endOffsets(bounds.keySet())
                .forEach((partition, end) -> spans.put(
                        partition,
                        Span.empty(
                                starts.getOrDefault(partition, 0L),
                                Math.min(end, bounds.getOrDefault(partition, end)))));
        spans.values().removeIf(Span::isAll);
        return spans;
    }

    private Map<TopicPartition, ConsumerRecord<byte[], byte[]>> lastWithin(Map<TopicPartition, Span> spans) {
        consumer.assign(spans.keySet());
        spans.forEach((partition, span) -> consumer.seek(partition, span.from()));
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> last = new HashMap<>();
        int idle = 0;
        while (!isPast(spans)) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            spans.forEach((partition, span) -> records.records(partition).stream()
                    .filter(record -> record.offset() < span.to())
                    .forEach(record -> last.put(partition, record)));
            if (records.isEmpty() && ++idle > PATIENCE) {
                throw new TimeoutException(
                        "nothing came from %s within the time for a look-up".formatted(spans.keySet()));
            }
        }
        return last;
    }

    private boolean isPast(Map<TopicPartition, Span> spans) {
        return spans.entrySet().stream()
                .allMatch(span ->
                        consumer.position(span.getKey()) >= span.getValue().to());
    }

    /** The offsets from one on, and below another one; what is below is looked at next. */
    private record Span(long start, long end, long from, long to) {

        static Span empty(long start, long end) {
            return new Span(start, end, end, end);
        }

        Span back(long step) {
            return new Span(start, end, Math.max(start, end - step), from);
        }

        /** Whether there is nothing below. */
        boolean isAll() {
            return from <= start;
        }
    }
}
