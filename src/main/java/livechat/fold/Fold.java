package livechat.fold;

import java.time.Instant;
import java.util.Optional;
import livechat.log.Placed;
import livechat.log.RequestCodec;
import livechat.room.Change;
import livechat.room.Decision;
import livechat.room.Landed;
import livechat.room.Outcome;
import livechat.room.Position;
import livechat.room.Reply;
import livechat.room.Room;
import livechat.store.RoomStore;
import livechat.store.RowWriter;
import livechat.store.Rows;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;

/** The only writer of state: takes one partition's requests in their order, keeps what they change, tells who waits. */
@NullUnmarked // Streams calls init before anything else.
final class Fold implements Processor<byte[], byte[], byte[], Placed> {

    private final Surroundings around;
    private ProcessorContext<byte[], Placed> context;
    private int partition;
    private Rows rows;
    private RowWriter writer;
    private Outlet outlet;
    private long applied;

    Fold(Surroundings around) {
        this.around = around;
    }

    /** A request, and what it changes. */
    private record Folded(Landed landed, Change change) {}

    @Override
    public void init(ProcessorContext<byte[], Placed> context) {
        this.context = context;
        partition = context.taskId().partition();
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(RoomStore.NAME);
        rows = new Rows(store);
        writer = new RowWriter(store);
        applied = rows.applied();
        Arrival arrival = around.desk().arrive(partition, applied);
        outlet = new Outlet(context::forward, arrival.published());
        around.applied().taken(partition, applied, arrival.logEnd());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Position at = position(record);
        if (at.offset() <= applied) {
            return;
        }
        Optional<Folded> folded = decide(record, at);
        folded.ifPresent(this::keep);
        applied = at.offset();
        writer.applied(applied);
        around.applied().folded(partition, applied);
        folded.ifPresent(this::tell);
    }

    /** Total over the log: what cannot be read or decided is a dead letter. A broken store is not the record's fault. */
    private Optional<Folded> decide(Record<byte[], byte[]> record, Position at) {
        try {
            Landed landed = RequestCodec.read(record.headers(), record.key(), record.value(), at);
            return Optional.of(new Folded(landed, Room.decide(landed, rows)));
        } catch (KafkaException broken) {
            throw broken;
        } catch (RuntimeException cause) {
            outlet.deadLetter(record, at, cause);
            around.meters().deadLettered();
            RequestCodec.id(record.headers()).ifPresent(around.outcomes()::fail);
            return Optional.empty();
        }
    }

    private void keep(Folded folded) {
        writer.keep(folded.change());
        outlet.publish(folded.landed(), folded.change().decision());
    }

    /** Before the commit: whoever folds this log again comes to the same outcome. */
    private void tell(Folded folded) {
        Decision decision = folded.change().decision();
        around.meters().folded(word(decision));
        around.outcomes().tell(folded.landed().asked().id(), new Reply(decision.outcome(), decision.room()));
    }

    private static String word(Decision decision) {
        if (decision.outcome() instanceof Outcome.Refused refused) {
            return refused.refusal().code();
        }
        return decision.isChange() ? "changed" : "unchanged";
    }

    private Position position(Record<byte[], byte[]> record) {
        long offset = context.recordMetadata().orElseThrow().offset();
        return new Position(partition, around.partitions().count(), offset, Instant.ofEpochMilli(record.timestamp()));
    }

    @Override
    public void close() {
        around.applied().left(partition);
        around.outcomes().left(partition);
    }
}
