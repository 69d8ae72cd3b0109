package livechat.directory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the directory's topics on a thread of its own, from their beginning and for as long as it is not closed. When
 * reading fails it starts over, and what was read before stays until all has been read again.
 */
final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** Records and {@link #close} end it earlier, so nothing depends on it. */
    private static final Duration POLL = Duration.ofMinutes(1);

    /** Between attempts: a cluster that refuses us is not pressed, and the log does not fill. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** No group is left, so there is little to wait for. */
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Directory directory;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;

    private Follower(Supplier<Consumer<byte[], byte[]>> consumers, Directory directory) {
        this.consumers = consumers;
        this.directory = directory;
        this.thread = Thread.ofVirtual().name("directory").unstarted(this::follow);
    }

    static Follower start(Supplier<Consumer<byte[], byte[]>> consumers, Directory directory) {
        Follower follower = new Follower(consumers, directory);
        follower.thread.start();
        return follower;
    }

    /** False after a bug has ended it; what can go wrong with a cluster does not. */
    boolean isAlive() {
        return thread.isAlive();
    }

    private void follow() {
        try {
            do {
                attempt();
            } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        Consumer<byte[], byte[]> current = null;
        try {
            current = consumers.get();
            consumer = current;
            copy(current);
        } catch (WakeupException _) {
            // Closed, by us.
        } catch (KafkaException e) {
            LOG.warn("The directory's topics cannot be read, what was read of them stays: {}", e.toString());
        } finally {
            consumer = null;
            if (current != null) {
                current.close(CloseOptions.timeout(CLOSE));
            }
        }
    }

    private void copy(Consumer<byte[], byte[]> from) {
        Tables tables = Tables.empty();
        List<TopicPartition> partitions = partitions(from, tables);
        from.assign(partitions);
        from.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = from.endOffsets(partitions);
        boolean isComplete = false;
        while (closed.getCount() > 0) {
            if (!isComplete
                    && ends.entrySet().stream().allMatch(end -> from.position(end.getKey()) >= end.getValue())) {
                directory.open(tables);
                isComplete = true;
            }
            from.poll(POLL).forEach(tables::take);
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, Tables tables) {
        return tables.topics().stream()
                .flatMap(topic -> {
                    var found = consumer.partitionsFor(topic);
                    if (found == null || found.isEmpty()) {
                        throw new TimeoutException(topic + " is not there");
                    }
                    return found.stream();
                })
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** The latch is set before the consumer is looked for, and the consumer is shown before the latch is looked at. */
    @Override
    public void close() {
        closed.countDown();
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
