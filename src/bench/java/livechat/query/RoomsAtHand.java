package livechat.query;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import livechat.ops.Meters;
import livechat.room.LogKey;
import livechat.room.Room;
import livechat.room.Token;
import livechat.store.Applied;
import livechat.store.FilledStore;

/** Open rooms on this disk, and a log whose end is known without asking: a read without any broker. */
public final class RoomsAtHand implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(8);
    private static final CompletableFuture<Long> NOTHING_NEW = CompletableFuture.completedFuture(0L);

    private final FilledStore store;
    private final Rooms rooms;

    public RoomsAtHand(int visitors) {
        store = new FilledStore(visitors);
        Applied applied = new Applied();
        applied.taken(0, 0, 0);
        rooms = new Rooms(
                new Copies(_ -> store.bytes(), applied, (_, _) -> false),
                new ProofByOffset(new AtOnceProven()),
                _ -> 0,
                new Meters(new SimpleMeterRegistry()));
    }

    /** The proof that costs nothing. */
    private static final class AtOnceProven implements Proofs {

        @Override
        public CompletableFuture<Long> ask(LogKey key, int partition) {
            return NOTHING_NEW;
        }

        @Override
        public ReadBy by() {
            return ReadBy.INDEX;
        }
    }

    /** Anybody who has a room. */
    public Token any() {
        return store.any();
    }

    /** As the room's controller asks for it. */
    public byte[] document(Token token) {
        return rooms.read(Question.openRoom(token), new Patience(LONG)).value().orElseThrow();
    }

    /** The same with a look into it. */
    public Room room(Token token) {
        return rooms.read(Question.of(token, ledger -> ledger.visitor(token).room()), new Patience(LONG))
                .value();
    }

    @Override
    public void close() {
        store.close();
    }
}
