package livechat.fold;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import livechat.log.MessageText;
import livechat.log.Newcomers;
import livechat.log.Partitions;
import livechat.log.Placed;
import livechat.ops.Meters;
import livechat.room.Asked;
import livechat.room.Author;
import livechat.room.Decision;
import livechat.room.MessageId;
import livechat.room.MessagePosted;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomAddress;
import livechat.room.RoomId;
import livechat.room.RoomRequested;
import livechat.room.Source;
import livechat.room.Token;
import livechat.room.UnknownToken;
import livechat.room.VisitorId;
import livechat.store.Applied;
import livechat.store.DiskStore;
import livechat.store.Outcomes;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The whole fold of one request: read, decided, kept on a disk, results written; without changelog and brokers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FoldBenchmark {

    private static final Instant TIME = Instant.EPOCH;

    /** So many that none of them gets as many messages as are kept of a room. */
    private static final int ROOMS = 10_000;

    /** Stand in the templates where numbers go: a visitor's, in the token and in the room's id, and the request's. */
    private static final String VISITOR = "7777777777";

    private static final String REQUEST = "8888888888";

    private static final Token TOKEN = new Token("bench-visitor-" + VISITOR);
    private static final RoomId ROOM = new RoomId("room-id" + VISITOR);

    private final NumberedRecord create = numbered(create(), VISITOR);
    private final Message message = new Message();
    private final DiskStore<byte[], Placed> disk = new DiskStore<>();
    private final MockProcessorContext<byte[], Placed> context = disk.context();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RoomProcessor processor = processor();
    private long offset;

    /** Both numbers are in the same bytes. */
    private static final class Message {

        private final Asked asked = asked(
                "message-" + REQUEST,
                new MessagePosted(
                        RoomAddress.of(TOKEN, ROOM),
                        new MessageId("message" + REQUEST),
                        new Author.OfVisitor(),
                        MessageText.plain("Hello, is anybody there? My order has not come yet."),
                        Optional.empty()));
        private final ProducerRecord<byte[], byte[]> template = Newcomers.record(asked);
        private final NumberedRecord byVisitor = new NumberedRecord(template, VISITOR, TIME.toEpochMilli());
        private final NumberedRecord byRequest = new NumberedRecord(template, REQUEST, TIME.toEpochMilli());

        Record<byte[], byte[]> numbered(long number) {
            byVisitor.numbered(number % ROOMS);
            return byRequest.numbered(number);
        }
    }

    @Setup
    public void fill() {
        while (offset < ROOMS) {
            createsRoom();
        }
    }

    private RoomProcessor processor() {
        Applied applied = new Applied();
        RoomProcessor processor = new RoomProcessor(new Surroundings(
                new Partitions(1),
                (_, _) -> new Arrival(-1, -1),
                applied,
                new Outcomes(1, applied),
                new Meters(meters)));
        processor.init(context);
        return processor;
    }

    private static Asked create() {
        return asked(
                "request-" + VISITOR,
                new RoomRequested(
                        TOKEN,
                        ROOM,
                        new VisitorId("visitor" + VISITOR),
                        Optional.of(Source.API),
                        Optional.empty(),
                        UnknownToken.GUEST));
    }

    private static Asked asked(String id, Request request) {
        return new Asked(new RequestId(id), TIME, TIME.plusSeconds(8), Optional.empty(), request);
    }

    private static NumberedRecord numbered(Asked asked, String number) {
        return new NumberedRecord(Newcomers.record(asked), number, TIME.toEpochMilli());
    }

    /** A fold that refuses, or finds what is there, is no fold of a creation or of a message. */
    @TearDown
    public void close() {
        disk.close();
        double changes = meters.counter("rooms.fold.requests", "outcome", Decision.CHANGED)
                .count();
        if (changes != offset) {
            throw new IllegalStateException("%.0f of %d requests changed something".formatted(changes, offset));
        }
    }

    @Benchmark
    public void createsRoom() {
        fold(create.numbered(offset));
    }

    @Benchmark
    public void postsMessage() {
        fold(message.numbered(offset));
    }

    private void fold(Record<byte[], byte[]> record) {
        context.setRecordMetadata("requests", 0, offset++);
        processor.process(record);
        context.resetForwards();
    }
}
