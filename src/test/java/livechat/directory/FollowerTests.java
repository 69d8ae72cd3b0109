package livechat.directory;

import static livechat.directory.DirectoryFixtures.agent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import livechat.log.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the directory is ready and what it keeps, in the moments that a real broker is too fast to show. */
@Timeout(30)
class FollowerTests {

    private static final TopicPartition AGENTS = new TopicPartition(Topics.AGENTS.name(), 0);
    private static final TopicPartition DEPARTMENTS = new TopicPartition(Topics.DEPARTMENTS.name(), 0);

    private final Directory directory = new Directory();
    private final Queue<MockConsumer<byte[], byte[]>> consumers = new ArrayDeque<>();

    @Test
    void isReadyAtTheEndThatTheTopicsHadAtStart() {
        MockConsumer<byte[], byte[]> consumer = aConsumer(2);
        CountDownLatch first = new CountDownLatch(1);
        consumer.schedulePollTask(() -> consumer.addRecord(at(0, agent("a1", "anna", true))));
        consumer.schedulePollTask(() -> {
            assertThat(directory.isReady()).isFalse();
            assertThat(directory.availableAgent("a1")).isEmpty();
            first.countDown();
            consumer.addRecord(at(1, agent("a2", "ben", true)));
        });

        try (Follower _ = follow()) {
            await().until(directory::isReady);
            assertThat(first.getCount()).isZero();
            assertThat(directory.availableAgent("a1")).isPresent();
            assertThat(directory.availableAgent("a2")).isPresent();
        }
    }

    @Test
    void isReadyWhenThereIsNothingToRead() {
        aConsumer(0);

        try (Follower _ = follow()) {
            await().until(directory::isReady);
        }
    }

    @Test
    void startsOverAndKeepsWhatItHadUntilAllIsReadAgain() {
        MockConsumer<byte[], byte[]> broken = aConsumer(1);
        broken.schedulePollTask(() -> broken.addRecord(at(0, agent("a1", "anna", true))));
        broken.schedulePollTask(() -> broken.setPollException(new KafkaException("offsets are gone")));
        MockConsumer<byte[], byte[]> next = aConsumer(1);
        CountDownLatch kept = new CountDownLatch(1);
        next.schedulePollTask(() -> {
            assertThat(directory.isReady()).isTrue();
            assertThat(directory.availableAgent("a1")).isPresent();
            kept.countDown();
            next.addRecord(at(0, agent("a2", "ben", true)));
        });

        try (Follower _ = follow()) {
            await().until(() -> directory.availableAgent("a2").isPresent());
            assertThat(kept.getCount()).isZero();
            assertThat(directory.availableAgent("a1")).isEmpty();
            assertThat(broken.closed()).isTrue();
        }
    }

    @Test
    void triesAgainWhenNoConsumerCanBeMade() {
        MockConsumer<byte[], byte[]> consumer = aConsumer(0);
        Queue<Supplier<Consumer<byte[], byte[]>>> attempts = new ArrayDeque<>(List.of(
                () -> {
                    throw new KafkaException("no such host");
                },
                () -> consumer));

        try (Follower _ = Follower.start(() -> attempts.remove().get(), directory)) {
            await().until(directory::isReady);
        }
    }

    @Test
    void closesWhatItOpenedAndEndsAtOnce() {
        MockConsumer<byte[], byte[]> consumer = aConsumer(0);
        Follower follower = follow();
        await().until(directory::isReady);

        long start = System.nanoTime();
        follower.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(follower.isAlive()).isFalse();
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void endsAtOnceBetweenTwoAttempts() {
        CountDownLatch failed = new CountDownLatch(1);
        Follower follower = Follower.start(
                () -> {
                    failed.countDown();
                    throw new KafkaException("no such host");
                },
                directory);
        await().until(() -> failed.getCount() == 0);

        long start = System.nanoTime();
        follower.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(follower.isAlive()).isFalse();
    }

    @Test
    void isNotAliveAfterABug() {
        Follower follower = Follower.start(
                () -> {
                    throw new IllegalStateException("a bug, printed on purpose");
                },
                directory);

        await().dontCatchUncaughtExceptions().until(() -> !follower.isAlive());
    }

    private Follower follow() {
        return Follower.start(consumers::remove, directory);
    }

    /** The topics begin at 0; this is where the agents end. */
    private MockConsumer<byte[], byte[]> aConsumer(long end) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
        for (TopicPartition partition : List.of(AGENTS, DEPARTMENTS)) {
            consumer.updatePartitions(
                    partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, null, null, null)));
        }
        consumer.updateBeginningOffsets(Map.of(AGENTS, 0L, DEPARTMENTS, 0L));
        consumer.updateEndOffsets(Map.of(AGENTS, end, DEPARTMENTS, 0L));
        consumers.add(consumer);
        return consumer;
    }

    private static ConsumerRecord<byte[], byte[]> at(long offset, ConsumerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(record.topic(), record.partition(), offset, record.key(), record.value());
    }
}
