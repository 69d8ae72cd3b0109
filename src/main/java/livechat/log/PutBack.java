package livechat.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;

/** Puts a dead letter back on the log, once, and waits for what comes of it. */
final class PutBack {

    private final LetterBox box;
    private final Producer<byte[], byte[]> producer;
    private final LogClock clock;

    PutBack(LetterBox box, Producer<byte[], byte[]> producer, LogClock clock) {
        this.box = box;
        this.producer = producer;
        this.clock = clock;
    }

    /**
     * What the request is now.
     *
     * @param place where it lies on the log
     * @param filed what the fold has made of it; empty when it has not said so within the time
     */
    record Came(LetterId place, Optional<Filed> filed) {}

    /**
     * Waits so long for the fold.
     *
     * @throws Mended.Unfit where it would be a dead letter again, or was put back before; nothing was written then
     * @throws Unsure where the brokers did not say whether they have it
     */
    Came put(Mended mended, Duration patience) throws InterruptedException {
        Partitions partitions =
                new Partitions(producer.partitionsFor(Topics.REQUESTS.name()).size());
        int home = mended.request(partitions, clock.deadline()).partition();
        // In this order: what is folded between the two is told by its fate.
        Optional<LetterId> underWay = box.underWay(mended.letter().request(), home);
        refuseIfDone(mended);
        LetterId place = underWay.isPresent() ? underWay.get() : send(mended, partitions);
        return new Came(place, fate(place, patience));
    }

    /** That it is on the log is known, whatever happens to the brokers from here on. */
    private Optional<Filed> fate(LetterId place, Duration patience) {
        try {
            return box.await(place, patience);
        } catch (KafkaException away) {
            return Optional.empty();
        }
    }

    /** The memory of request ids ends a minute after the deadline; what is filed about a letter stays as long as the letter. */
    private void refuseIfDone(Mended mended) {
        Filed fate = box.fates().get(mended.letter().request());
        if (fate != null && fate.isDone()) {
            throw new Mended.Unfit("it was put back before, as %s: %s".formatted(fate.request(), fate.outcome()));
        }
    }

    /** The first answer tells the brokers' clock: if ours was too far behind, the request was void, and changed nothing. */
    private LetterId send(Mended mended, Partitions partitions) throws InterruptedException {
        Instant deadline = clock.deadline();
        RecordMetadata sent = append(mended.request(partitions, deadline));
        boolean isVoid = Instant.ofEpochMilli(sent.timestamp()).isAfter(deadline);
        RecordMetadata last = isVoid ? append(mended.request(partitions, clock.deadline())) : sent;
        return new LetterId(last.partition(), last.offset());
    }

    private RecordMetadata append(ProducerRecord<byte[], byte[]> record) throws InterruptedException {
        try {
            Instant sent = clock.now();
            RecordMetadata appended = producer.send(record).get();
            clock.learn(sent, Instant.ofEpochMilli(appended.timestamp()));
            return appended;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException unsure) {
                throw new Unsure(unsure);
            }
            throw new IllegalStateException("The brokers do not take it: " + e.getMessage(), e);
        }
    }

    /** It may be on the log. */
    static final class Unsure extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unsure(RetriableException cause) {
            super(
                    "It may be on the log, or not: %s. Asked again, this looks first.".formatted(cause.getMessage()),
                    cause);
        }
    }
}
