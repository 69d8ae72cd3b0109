package livechat.query;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import livechat.ops.Meters;
import livechat.room.Asked;
import livechat.room.Decision;
import livechat.room.Landed;
import livechat.room.Ledger;
import livechat.room.LogKey;
import livechat.room.Position;
import livechat.room.Room;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Reads rooms from the store of their visitor's partition; never from before an answer that was given. */
public final class Rooms {

    /** A partition can be queried a moment after it was taken, and nothing tells when. */
    private static final long MOMENT_MILLIS = 5;

    private final LocalRows local;
    private final ToIntFunction<LogKey> partitions;
    private final Duration patience;
    private final Meters meters;

    Rooms(LocalRows local, ToIntFunction<LogKey> partitions, Duration patience, Meters meters) {
        this.local = local;
        this.partitions = partitions;
        this.patience = patience;
        this.meters = meters;
    }

    /** For one call, whatever it takes: reading, asking, or both. */
    public Patience patience() {
        return new Patience(patience);
    }

    /**
     * Answers a question from the rows of the partition of a visitor or room.
     *
     * @throws RoomsUnavailable when they cannot be read here in time
     */
    public <T> T read(LogKey key, Patience patience, Function<Ledger, T> question) {
        meters.read();
        try {
            return read(partitions.applyAsInt(key), question, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoomsUnavailable("interrupted while waiting for a partition", e);
        }
    }

    /** What the fold would decide as things are: what it would refuse now need not be appended. */
    public Decision rehearse(Asked asked, Patience patience) {
        // In time, whatever the clock of this machine shows: only the log can tell that a request is late.
        Position here = new Position(0, 1, 0, asked.deadline());
        return read(asked.request().key(), patience, ledger -> Room.decide(new Landed(asked, here), ledger))
                .decision();
    }

    private <T> T read(int partition, Function<Ledger, T> question, Patience patience) throws InterruptedException {
        while (true) {
            local.await(partition, patience.left());
            try {
                return question.apply(local.rows(partition));
            } catch (InvalidStateStoreException moving) {
                local.forget(partition);
                if (patience.isOver()) {
                    throw new RoomsUnavailable("partition " + partition + " is on the move", moving);
                }
                TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
            }
        }
    }
}
