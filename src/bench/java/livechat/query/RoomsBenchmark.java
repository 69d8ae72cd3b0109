package livechat.query;

import java.util.concurrent.TimeUnit;
import livechat.room.Room;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The hot read up to the room: the question, the proof that is at hand, the row, the check afterwards. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RoomsBenchmark {

    private final RoomsAtHand rooms = new RoomsAtHand(10_000);

    @TearDown
    public void close() {
        rooms.close();
    }

    @Benchmark
    public byte[] readsDocument() {
        return rooms.document(rooms.any());
    }

    @Benchmark
    public Room readsRoom() {
        return rooms.room(rooms.any());
    }
}
