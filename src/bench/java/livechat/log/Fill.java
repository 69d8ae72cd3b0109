package livechat.log;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import livechat.room.Token;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes requests for rooms straight to the log and waits until the fold has them all: {@code BROKERS GROUP FROM TO}, the
 * last two being numbers of visitors. Prints how many records a second were folded, and on the way how far it is.
 */
final class Fill {

    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(5);

    /** A second's worth: what waits too long for the brokers lands after its deadline, and leaves no room behind. */
    private static final long BUFFER_BYTES = 4L * 1024 * 1024;

    private static final int LINGER_MILLIS = 20;
    private static final int BATCH_BYTES = 64 * 1024;

    private static final int MOMENT_MILLIS = 50;

    private final Backlog backlog;
    private final long start = System.nanoTime();
    private long said = start;
    private long written;
    private volatile @Nullable Exception broken;

    private Fill(Backlog backlog) {
        this.backlog = backlog;
    }

    public static void main(String[] args) throws ExecutionException, InterruptedException {
        try (Producer<byte[], byte[]> producer = producer(args[0]);
                Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, args[0]))) {
            int partitions = producer.partitionsFor(Topics.REQUESTS.name()).size();
            Fill fill = new Fill(Backlog.of(admin, args[1], partitions));
            fill.write(producer, new Partitions(partitions), Long.parseLong(args[2]), Long.parseLong(args[3]));
            fill.awaitFold();
        }
    }

    private static Producer<byte[], byte[]> producer(String brokers) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES,
                ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS,
                ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of failures.
    private void write(Producer<byte[], byte[]> producer, Partitions partitions, long from, long to)
            throws ExecutionException, InterruptedException {
        Newcomers newcomers = new Newcomers(from, Clock.systemUTC());
        for (long number = from; number < to; number++) {
            Token token = Newcomers.token(number);
            producer.send(
                    RequestCodec.write(newcomers.room(token), partitions),
                    (_, failure) -> broken = failure == null ? broken : failure);
            written++;
            tell();
        }
        producer.flush();
        if (broken != null) {
            throw new IllegalStateException("not all requests were written", broken);
        }
    }

    private void awaitFold() throws ExecutionException, InterruptedException {
        while (backlog.left() > 0) {
            TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
            tell();
        }
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        System.out.printf("%d%n", written * 1000 / Math.max(1, millis));
    }

    private void tell() throws ExecutionException, InterruptedException {
        long now = System.nanoTime();
        if (now - said > BETWEEN_WORDS.toNanos()) {
            said = now;
            long folded = Math.max(0, written - backlog.left());
            System.err.printf(
                    "  %d written, %d folded, %d/s%n",
                    written, folded, folded / Duration.ofNanos(now - start).toSeconds());
        }
    }
}
