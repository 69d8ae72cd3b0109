package livechat.fold;

import java.util.function.BiConsumer;
import livechat.log.DeadLetter;
import livechat.log.Placed;
import livechat.log.Publication;
import livechat.log.ResultCodec;
import livechat.log.Topics;
import livechat.room.Decision;
import livechat.room.Landed;
import livechat.room.Position;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/** Publishes what the fold decided, once: a fold that starts over is silent until it is where the last one was. */
final class Outlet {

    private final BiConsumer<Record<byte[], Placed>, String> forward;
    private final long published;

    Outlet(BiConsumer<Record<byte[], Placed>, String> forward, long published) {
        this.forward = forward;
        this.published = published;
    }

    void publish(Landed landed, Decision decision) {
        Position at = landed.at();
        if (isNew(at)) {
            for (Publication publication : ResultCodec.publications(landed, decision)) {
                Placed placed = new Placed(at.partition(), publication.body());
                forward.accept(
                        new Record<>(publication.key(), placed, at.time().toEpochMilli(), publication.headers()),
                        publication.topic().equals(Topics.ROOMS) ? RoomTopology.ROOMS : RoomTopology.EVENTS);
            }
        }
    }

    void deadLetter(Record<byte[], byte[]> record, Position at, RuntimeException cause) {
        if (isNew(at)) {
            forward.accept(letter(record, at, cause), RoomTopology.DEAD_LETTERS);
        }
    }

    /** Beside the letters, so that they tell by themselves which of them were put back, and what came of it. */
    void settle(Headers request, Position at, Decision decision) {
        if (isNew(at)) {
            Placed nothing = new Placed(at.partition(), null);
            DeadLetter.settled(request, at, decision)
                    .map(headers ->
                            new Record<byte[], Placed>(null, nothing, at.time().toEpochMilli(), headers))
                    .ifPresent(notice -> forward.accept(notice, RoomTopology.DEAD_LETTERS));
        }
    }

    private static Record<byte[], Placed> letter(Record<byte[], byte[]> record, Position at, RuntimeException cause) {
        return DeadLetter.fits(record.headers(), record.key(), record.value())
                ? record.withValue(new Placed(at.partition(), record.value()))
                        .withHeaders(DeadLetter.headers(record.headers(), at, cause))
                : record.<byte[]>withKey(null)
                        .withValue(new Placed(at.partition(), null))
                        .withHeaders(DeadLetter.headersAlone(at, cause));
    }

    private boolean isNew(Position at) {
        return at.offset() > published;
    }
}
