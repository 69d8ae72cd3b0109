package livechat.store;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import livechat.log.Newcomers;
import livechat.log.RoomDocument;
import livechat.room.Change;
import livechat.room.Landed;
import livechat.room.Position;
import livechat.room.Room;
import livechat.room.Visitor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Rows to bytes and back, and into RocksDB and out of it: one of ten thousand visitors, drawn anew each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RowsBenchmark {

    private static final int VISITORS = 10_000;

    private final FilledStore store = new FilledStore(VISITORS);
    private final Visitor visitor = store.rows().visitor(store.any());
    private final byte[] row = RowCodec.write(visitor);
    private final RowWriter writer = new RowWriter(store.bytes(), RoomDocument::bytesForVisitor);
    private final Change creation = creation();
    private long applied = VISITORS;

    private Change creation() {
        var asked = Newcomers.ofOld(2).room(Newcomers.token(VISITORS));
        return Room.decide(new Landed(asked, new Position(0, 1, VISITORS, asked.time())), store.rows());
    }

    @TearDown
    public void close() {
        store.close();
    }

    @Benchmark
    public byte[] writesRow() {
        return RowCodec.write(visitor);
    }

    @Benchmark
    public Visitor readsRow() {
        return RowCodec.read(row, Visitor.class);
    }

    @Benchmark
    public byte[] getsBytes() {
        return Objects.requireNonNull(store.bytes().get(Keys.of(store.any())));
    }

    @Benchmark
    public Visitor getsVisitor() {
        return store.rows().visitor(store.any());
    }

    /** All rows of a new room, and the offset. */
    @Benchmark
    public void keepsChange() {
        writer.keep(creation);
        writer.applied(applied++);
    }
}
