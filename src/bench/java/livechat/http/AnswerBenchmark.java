package livechat.http;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import livechat.query.RoomsAtHand;
import livechat.room.Room;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a visitor with an open room is answered, to its last byte; and all of the hot read that is neither network nor log. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AnswerBenchmark {

    private static final int QUERIES = 1024;

    private final RoomsAtHand rooms = new RoomsAtHand(10_000);
    private final Room room = rooms.room(rooms.any());
    private final String[] queries = Stream.generate(rooms::any)
            .limit(QUERIES)
            .map(token -> "token=" + token.value())
            .toArray(String[]::new);
    private int next;

    @TearDown
    public void close() {
        rooms.close();
    }

    @Benchmark
    public RoomQuery readsQuery() {
        return RoomQuery.of(queries[next++ & (QUERIES - 1)]);
    }

    @Benchmark
    public byte[] writesAnswer() {
        return Objects.requireNonNull(RoomAnswer.existing(room).getBody());
    }

    /** From the query to the bytes of the answer. */
    @Benchmark
    public byte[] answersHotRead() {
        byte[] document = rooms.document(readsQuery().token());
        return Objects.requireNonNull(RoomAnswer.existing(document).getBody());
    }
}
