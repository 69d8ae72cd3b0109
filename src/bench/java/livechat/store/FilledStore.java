package livechat.store;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import livechat.log.Newcomers;
import livechat.log.RoomDocument;
import livechat.room.Asked;
import livechat.room.Landed;
import livechat.room.Position;
import livechat.room.Room;
import livechat.room.Token;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** A partition on a disk with an open room for each of so many visitors. */
public final class FilledStore implements AutoCloseable {

    private static final long SEED = 1;

    private final DiskStore<Void, Void> disk = new DiskStore<>();
    private final Rows rows = new Rows(disk.rows());
    private final Newcomers newcomers = Newcomers.ofOld(SEED);
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Token[] tokens;

    public FilledStore(int visitors) {
        tokens = LongStream.range(0, visitors).mapToObj(Newcomers::token).toArray(Token[]::new);
        for (int i = 0; i < visitors; i++) {
            fold(newcomers.room(tokens[i]), i);
        }
    }

    private void fold(Asked asked, long offset) {
        RowWriter writer = new RowWriter(disk.rows(), RoomDocument::bytesForVisitor);
        writer.keep(Room.decide(new Landed(asked, new Position(0, 1, offset, asked.time())), rows));
        writer.applied(offset);
    }

    /** Anybody of them. */
    public Token any() {
        return tokens[random.nextInt(tokens.length)];
    }

    public Rows rows() {
        return rows;
    }

    public KeyValueStore<Bytes, byte[]> bytes() {
        return disk.rows();
    }

    @Override
    public void close() {
        disk.close();
    }
}
