package livechat.fold;

import java.util.Optional;
import livechat.log.Placed;
import livechat.log.RequestCodec;
import livechat.log.RoomDocument;
import livechat.room.Change;
import livechat.room.Landed;
import livechat.room.Position;
import livechat.room.Room;
import livechat.store.RoomStore;
import livechat.store.RowWriter;
import livechat.store.Rows;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** The only writer of state: takes one partition's requests in their order, keeps what they change, tells who waits. */
final class Fold {

    private final int partition;
    private final Surroundings around;
    private final Rows ledger;
    private final RowWriter rows;
    private final Outlet outlet;
    private long applied;

    private Fold(int partition, Surroundings around, KeyValueStore<Bytes, byte[]> store, Outlet outlet) {
        this.partition = partition;
        this.around = around;
        this.ledger = new Rows(store);
        this.rows = new RowWriter(store, RoomDocument::bytesForVisitor);
        this.outlet = outlet;
        this.applied = ledger.applied();
    }

    /** Takes the partition over: nobody reads its rows before they are as new as the log was when it came. */
    static Fold arriving(ProcessorContext<byte[], Placed> context, Surroundings around) {
        int partition = context.taskId().partition();
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(RoomStore.NAME);
        long applied = new Rows(store).applied();
        Arrival arrival = around.desk().arrive(partition, applied);
        around.applied().taken(partition, applied, arrival.logEnd());
        return new Fold(partition, around, store, new Outlet(context::forward, arrival.published()));
    }

    /** A request, and what it changes. */
    record Folded(Landed landed, Change change) {}

    /**
     * No record is applied twice; the offset is the last row, and callers are told when all rows can be read. What others
     * are to hear is in the same transaction as the rows: no caller needs to wait until it is written out.
     */
    void apply(Record<byte[], byte[]> record, Position at) {
        if (at.offset() <= applied) {
            return;
        }
        Optional<Folded> folded = decide(record, at);
        folded.ifPresent(each -> keep(each.change()));
        applied = at.offset();
        rows.applied(applied);
        around.applied().folded(partition, applied);
        folded.ifPresent(around::tell);
        folded.ifPresent(each -> publish(each, record.headers()));
    }

    private void keep(Change change) {
        rows.keep(change);
        around.applied().changed(partition, change.after().token());
    }

    /** Total over the log: what cannot be read or decided is a dead letter. A broken store is not the record's fault. */
    private Optional<Folded> decide(Record<byte[], byte[]> record, Position at) {
        try {
            Landed landed = RequestCodec.read(record.headers(), record.key(), record.value(), at);
            return Optional.of(new Folded(landed, Room.decide(landed, ledger)));
        } catch (KafkaException broken) {
            throw broken;
        } catch (RuntimeException cause) {
            outlet.deadLetter(record, at, cause);
            around.putAside(record.headers());
            return Optional.empty();
        }
    }

    private void publish(Folded folded, Headers headers) {
        outlet.publish(folded.landed(), folded.change().decision());
        outlet.settle(headers, folded.landed().at(), folded.change().decision());
    }

    int partition() {
        return partition;
    }
}
