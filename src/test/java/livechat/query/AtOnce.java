package livechat.query;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import livechat.log.RoomDocument;
import livechat.ops.Meters;
import livechat.room.Asked;
import livechat.room.Change;
import livechat.room.Decision;
import livechat.room.Landed;
import livechat.room.LogKey;
import livechat.room.Position;
import livechat.room.Reply;
import livechat.room.Room;
import livechat.store.Applied;
import livechat.store.Outcomes;
import livechat.store.RowWriter;
import livechat.store.Rows;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** A log of one partition, which is here and folded as it is written: the rules and the rows, without a broker. */
public final class AtOnce {

    private static final int PARTITION = 0;

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("rooms").get();
    private final Applied applied = new Applied();
    private final Outcomes outcomes = new Outcomes(8, applied);
    private final Meters meters = new Meters(new SimpleMeterRegistry());
    private final List<Asked> log = new ArrayList<>();

    public AtOnce() {
        applied.taken(PARTITION, -1, -1);
    }

    /** All that was appended so far. */
    public List<Asked> log() {
        return log;
    }

    public Decision fold(Asked asked) {
        long offset = log.size();
        log.add(asked);
        Change change =
                Room.decide(new Landed(asked, new Position(PARTITION, 1, offset, asked.time())), new Rows(store));
        new RowWriter(store, RoomDocument::bytesForVisitor).keep(change);
        applied.changed(PARTITION, change.after().token());
        applied.folded(PARTITION, offset);
        Decision decision = change.decision();
        outcomes.tell(asked.id(), new Reply(decision.outcome(), change.after(), decision.room()));
        return decision;
    }

    public Answers answers() {
        return new Answers(
                asked -> {
                    fold(asked);
                    return CompletableFuture.completedFuture(log.size() - 1L);
                },
                outcomes,
                _ -> PARTITION,
                meters);
    }

    public Rooms rooms() {
        return new Rooms(
                new Copies(_ -> store, applied, (_, _) -> false), new ProofByOffset(theEnd()), _ -> PARTITION, meters);
    }

    private Proofs theEnd() {
        return new Proofs() {
            @Override
            public CompletableFuture<Long> ask(LogKey key, int partition) {
                return CompletableFuture.completedFuture(log.size() - 1L);
            }

            @Override
            public ReadBy by() {
                return ReadBy.INDEX;
            }
        };
    }

    public Routes routes() {
        return new Routes(applied, new HostInfo("self", 1), List::of);
    }

    public Peers peers() {
        return new Peers(meters);
    }
}
