package livechat.broker;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions that the broker takes for ended, but whose end it never wrote: no reader of committed records would ever get
 * past them.
 *
 * <p>Kafka 4.3.1 drops the marker that ends a transaction while its partition has no leader (KAFKA-20734). The partitions of
 * a single broker have none for a moment when it comes back from a kill, just when it ends what the kill left open.
 */
final class HangingTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(HangingTransactions.class);

    private final Admin admin;

    private HangingTransactions(Admin admin) {
        this.admin = admin;
    }

    /** Returns when none hangs any more; what they wrote is void, and transactions that run are left alone. */
    static void abort(String bootstrapServers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            new HangingTransactions(admin).abort();
        }
    }

    private void abort() throws ExecutionException, InterruptedException {
        // Open before and after the coordinator knew nothing of it: so it did neither just begin nor just end.
        Set<Open> hanging = open();
        if (!hanging.isEmpty()) {
            Set<Running> running = running();
            hanging.removeIf(open -> running.contains(open.asRunning()));
            hanging.retainAll(open());
            for (Open open : hanging) {
                abort(open);
            }
        }
    }

    private void abort(Open open) throws ExecutionException, InterruptedException {
        admin.abortTransaction(open.asAbort()).all().get();
        LOG.warn(
                "Aborted a transaction on {} from offset {} on, which the broker had lost sight of at a kill",
                open.partition(),
                open.start());
    }

    private Set<Open> open() throws ExecutionException, InterruptedException {
        Set<Open> open = new HashSet<>();
        admin.describeProducers(partitions())
                .all()
                .get()
                .forEach((partition, state) -> state.activeProducers().stream()
                        .flatMap(producer -> Open.of(partition, producer))
                        .forEach(open::add));
        return open;
    }

    private Set<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        Map<String, TopicDescription> described =
                admin.describeTopics(topics).allTopicNames().get();
        return described.values().stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions().size())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toSet());
    }

    private Set<Running> running() throws ExecutionException, InterruptedException {
        Set<String> ids = admin.listTransactions().all().get().stream()
                .map(TransactionListing::transactionalId)
                .collect(Collectors.toSet());
        return admin.describeTransactions(ids).all().get().values().stream()
                .flatMap(transaction -> transaction.topicPartitions().stream()
                        .map(partition -> new Running(partition, transaction.producerId())))
                .collect(Collectors.toSet());
    }

    /** What the coordinator of transactions knows of. */
    private record Running(TopicPartition partition, long producer) {}

    /** What a partition waits for the end of; the offset tells it from the same producer's next. */
    private record Open(TopicPartition partition, long producer, short epoch, int coordinatorEpoch, long start) {

        static Stream<Open> of(TopicPartition partition, ProducerState state) {
            return state.currentTransactionStartOffset().stream()
                    .mapToObj(start -> new Open(
                            partition,
                            state.producerId(),
                            (short) state.producerEpoch(),
                            state.coordinatorEpoch().orElse(0),
                            start));
        }

        Running asRunning() {
            return new Running(partition, producer);
        }

        AbortTransactionSpec asAbort() {
            return new AbortTransactionSpec(partition, producer, epoch, coordinatorEpoch);
        }
    }
}
