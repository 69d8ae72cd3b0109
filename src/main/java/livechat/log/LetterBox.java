package livechat.log;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads the dead letters, and what of the requests is not folded yet: committed records, up to the end as it is now. */
final class LetterBox implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Polls in a row that bring nothing, 10 seconds in all, before it is said that the brokers do not answer. */
    private static final int PATIENCE = 50;

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;

    /**
     * Reads by this consumer.
     *
     * @param consumer of the fold's own group, read_committed, that commits nothing
     */
    LetterBox(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** By partition, then in their order. */
    void forEach(Consumer<Filed> taker) {
        for (TopicPartition partition : letters()) {
            long start = consumer.beginningOffsets(Set.of(partition)).getOrDefault(partition, 0L);
            read(partition, start, record -> taker.accept(Filed.of(record)));
        }
    }

    /** The letter of this name. */
    Optional<Filed.Letter> find(LetterId id) {
        AtomicReference<Filed.Letter> found = new AtomicReference<>();
        forEach(filed -> {
            if (filed instanceof Filed.Letter letter && letter.request().equals(id)) {
                found.set(letter);
            }
        });
        return Optional.ofNullable(found.get());
    }

    /** What became of the letters that were put back: the last word about each. */
    Map<LetterId, Filed> fates() {
        Map<LetterId, Filed> fates = new HashMap<>();
        forEach(filed -> filed.ofLetter().ifPresent(letter -> fates.put(letter, filed)));
        return fates;
    }

    /** Where on the requests this letter lies again, not folded yet. */
    Optional<LetterId> underWay(LetterId letter, int partition) {
        TopicPartition requests = new TopicPartition(Topics.REQUESTS.name(), partition);
        OffsetAndMetadata committed = consumer.committed(Set.of(requests)).get(requests);
        long start = consumer.beginningOffsets(Set.of(requests)).getOrDefault(requests, 0L);
        AtomicReference<LetterId> found = new AtomicReference<>();
        read(requests, Math.max(start, committed == null ? 0 : committed.offset()), record -> {
            if (LetterId.putBack(record.headers()).filter(letter::equals).isPresent()) {
                found.set(new LetterId(record.partition(), record.offset()));
            }
        });
        return Optional.ofNullable(found.get());
    }

    /** What the fold files about the request at this place, if it does within the time. */
    Optional<Filed> await(LetterId request, Duration limit) {
        TopicPartition letters = new TopicPartition(Topics.DEAD_LETTERS.name(), request.partition());
        long end = System.nanoTime() + limit.toNanos();
        seek(letters, consumer.beginningOffsets(Set.of(letters)).getOrDefault(letters, 0L));
        while (System.nanoTime() < end) {
            Optional<Filed> filed = consumer.poll(POLL).records(letters).stream()
                    .map(Filed::of)
                    .filter(each -> each.request().equals(request))
                    .findFirst();
            if (filed.isPresent()) {
                return filed;
            }
        }
        return Optional.empty();
    }

    private List<TopicPartition> letters() {
        return partitions(Topics.DEAD_LETTERS.name())
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
    }

    private Stream<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition()));
    }

    private void read(TopicPartition partition, long from, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
        seek(partition, from);
        int idle = 0;
        while (consumer.position(partition) < end) {
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition);
            records.forEach(taker);
            idle = records.isEmpty() ? idle + 1 : 0;
            if (idle > PATIENCE) {
                throw new TimeoutException("nothing comes from " + partition);
            }
        }
    }

    private void seek(TopicPartition partition, long offset) {
        consumer.assign(Set.of(partition));
        consumer.seek(partition, offset);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
