package livechat.log;

import java.util.List;
import java.util.concurrent.TimeUnit;
import livechat.room.Asked;
import livechat.room.Decision;
import livechat.room.Landed;
import livechat.room.OneVisitor;
import livechat.room.Position;
import livechat.room.Room;
import livechat.room.Token;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What lies on the log, to bytes and back: the request for a room, and what is published of the new room. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {

    private static final Partitions PARTITIONS = new Partitions(1);

    private final Token token = Newcomers.token(1);
    private final Asked asked = Newcomers.ofOld(1).room(token);
    private final ProducerRecord<byte[], byte[]> record = RequestCodec.write(asked, PARTITIONS);
    private final Position at = new Position(0, PARTITIONS.count(), 0, asked.time());
    private final Landed landed = new Landed(asked, at);
    private final Decision decision = Room.decide(landed, OneVisitor.NOBODY).decision();

    @Benchmark
    public ProducerRecord<byte[], byte[]> writesRequest() {
        return RequestCodec.write(asked, PARTITIONS);
    }

    @Benchmark
    public Landed readsRequest() {
        return RequestCodec.read(record.headers(), record.key(), record.value(), at);
    }

    /** Two events and the room. */
    @Benchmark
    public List<Publication> writesResults() {
        return ResultCodec.publications(landed, decision);
    }

    @Benchmark
    public Headers writesHeaders() {
        return CloudEvents.headers(asked.id().value(), WireType.ROOM_REQUESTED, asked.time());
    }
}
