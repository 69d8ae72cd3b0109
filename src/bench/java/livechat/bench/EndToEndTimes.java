package livechat.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes the times of Kafka's EndToEndLatency, which prints its percentiles in whole milliseconds: from the call of send to
 * the return of poll, one record after the other. Public because Kafka makes it by name, in the producer and in the consumer.
 */
public final class EndToEndTimes implements ProducerInterceptor<byte[], byte[]>, ConsumerInterceptor<byte[], byte[]> {

    /** How many records at the start are not counted: the tool's JVM is cold, the service's is not. */
    private static final String UNCOUNTED = "livechat.bench.uncounted";

    // Shared by the two that Kafka makes; the tool has one thread.
    private static final List<Long> TIMES = new ArrayList<>();
    private static long sent;

    private int uncounted;

    @Override
    public void configure(Map<String, ?> settings) {
        uncounted = Integer.parseInt(String.valueOf(settings.get(UNCOUNTED)));
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> asked) {
        sent = System.nanoTime();
        return asked;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> found) {
        TIMES.add((System.nanoTime() - sent) / 1000);
        return found;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    /** Prints what bench/run reads of every candidate: records per second, p50 and p99 in microseconds, errors. */
    @Override
    public void close() {
        if (TIMES.size() > uncounted) {
            List<Long> counted = new ArrayList<>(TIMES.subList(uncounted, TIMES.size()));
            TIMES.clear();
            Collections.sort(counted);
            double seconds = counted.stream().mapToLong(each -> each).sum() / 1e6;
            System.out.printf("bench: %.1f %d %d 0%n", counted.size() / seconds, at(counted, 0.50), at(counted, 0.99));
        }
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.get((int) (sorted.size() * share));
    }
}
