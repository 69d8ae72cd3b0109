package livechat.room;

import java.util.concurrent.TimeUnit;
import livechat.log.Newcomers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The rules alone, over one visitor in memory: what is decided and what it makes of the visitor, without bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecideBenchmark {

    private final Newcomers newcomers = Newcomers.ofOld(1);
    private final Token known = Newcomers.token(1);
    private final OneVisitor ledger = OneVisitor.after(landed(newcomers.room(known)));
    private final Landed message = landed(newcomers.message(known, ledger.room().id()));
    private final Landed create = landed(newcomers.room(Newcomers.token(2)));

    private static Landed landed(Asked asked) {
        return new Landed(asked, new Position(0, 1, 0, asked.time()));
    }

    @Benchmark
    public Change createsRoom() {
        return Room.decide(create, ledger);
    }

    @Benchmark
    public Change postsMessage() {
        return Room.decide(message, ledger);
    }
}
