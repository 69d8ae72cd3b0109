package livechat.log;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.clients.KafkaClient;
import org.apache.kafka.clients.Metadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.NetworkException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the request log is, as the leaders of its partitions say. Every read asks, so it is asked with Kafka's network client
 * and without the admin client around it, and on connections of their own: a read must not wait behind anything else.
 */
public final class LogEnds implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LogEnds.class);

    /** Whoever waits asks again; one second is longer than a change of leaders that goes well. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final KafkaClient client;
    private final Metadata metadata;
    private final Queue<Map<Integer, CompletableFuture<Long>>> questions = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("log-ends").unstarted(this::run);
    private volatile boolean closed;

    /** @param metadata of the request log, which the client keeps up to date */
    LogEnds(KafkaClient client, Metadata metadata) {
        this.client = client;
        this.metadata = metadata;
    }

    void start() {
        thread.start();
    }

    /**
     * Asks each leader once for all of its partitions; does not block.
     *
     * @return for each partition the offset of its last record, -1 when there is none; an answer fails when the leader is
     *     not known, or does not say
     */
    public Map<Integer, CompletableFuture<Long>> last(Set<Integer> partitions) {
        Map<Integer, CompletableFuture<Long>> ends = new HashMap<>();
        partitions.forEach(partition -> ends.put(partition, new CompletableFuture<>()));
        questions.add(ends);
        client.wakeup();
        if (closed) {
            failAll();
        }
        return ends;
    }

    private void run() {
        metadata.requestUpdate(true);
        while (!closed) {
            try {
                sendAll();
                client.poll(LIMIT.toMillis(), System.currentTimeMillis());
            } catch (KafkaException | IllegalStateException failure) {
                log.warn("Cannot ask how far the log is", failure);
            }
        }
        failAll();
    }

    private void sendAll() {
        Map<Integer, CompletableFuture<Long>> ends = questions.poll();
        while (ends != null) {
            send(ends);
            ends = questions.poll();
        }
    }

    private void send(Map<Integer, CompletableFuture<Long>> ends) {
        Map<Node, Map<Integer, CompletableFuture<Long>>> byLeader = new HashMap<>();
        ends.forEach((partition, end) -> {
            Node leader = metadata.fetch().leaderFor(new TopicPartition(Topics.REQUESTS.name(), partition));
            byLeader.computeIfAbsent(leader == null ? Node.noNode() : leader, _ -> new HashMap<>())
                    .put(partition, end);
        });
        byLeader.forEach((leader, theirs) -> send(leader, new LeaderQuestion(theirs)));
    }

    /** A connection that is not there yet is being made afterwards. */
    private void send(Node leader, LeaderQuestion question) {
        long now = System.currentTimeMillis();
        if (leader.isEmpty()) {
            metadata.requestUpdate(false);
            question.fail(new LeaderNotAvailableException("the leader is not known"));
        } else if (client.ready(leader, now)) {
            client.send(request(leader, question, now), now);
        } else {
            question.fail(new NetworkException("not connected to the leader"));
        }
    }

    private ClientRequest request(Node leader, LeaderQuestion question, long now) {
        return client.newClientRequest(
                leader.idString(), question.request(), now, true, (int) LIMIT.toMillis(), response -> {
                    if (!question.tell(response)) {
                        metadata.requestUpdate(false);
                    }
                });
    }

    private void failAll() {
        questions.forEach(ends -> new LeaderQuestion(ends).fail(new IllegalStateException("closed")));
    }

    @Override
    public void close() {
        closed = true;
        client.wakeup();
        try {
            thread.join(LIMIT);
            client.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.warn("Cannot close the connections to the leaders", e);
        }
    }
}
