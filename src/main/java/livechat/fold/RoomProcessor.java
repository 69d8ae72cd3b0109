package livechat.fold;

import java.time.Instant;
import livechat.log.Placed;
import livechat.room.Position;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/** What Kafka Streams sees of the fold: a partition comes, its records come in their order, it leaves. */
@NullUnmarked // Streams calls init before anything else.
final class RoomProcessor implements Processor<byte[], byte[], byte[], Placed> {

    private final Surroundings around;
    private ProcessorContext<byte[], Placed> context;
    private Fold fold;

    RoomProcessor(Surroundings around) {
        this.around = around;
    }

    @Override
    public void init(ProcessorContext<byte[], Placed> context) {
        this.context = context;
        this.fold = Fold.arriving(context, around);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        fold.apply(record, position(record));
    }

    private Position position(Record<byte[], byte[]> record) {
        long offset = context.recordMetadata().orElseThrow().offset();
        int partitions = around.partitions().count();
        return new Position(fold.partition(), partitions, offset, Instant.ofEpochMilli(record.timestamp()));
    }

    @Override
    public void close() {
        around.applied().left(fold.partition());
        around.outcomes().left(fold.partition());
    }
}
