package livechat.log;

import java.util.Optional;
import livechat.room.Position;
import livechat.room.RoomFixtures;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Records of the dead letters as a consumer gets them. */
final class Letters {

    private Letters() {}

    static Filed.Letter of(ProducerRecord<byte[], byte[]> request, int partition, long offset, RuntimeException cause) {
        Position at = new Position(partition, 4, offset, RoomFixtures.NOON);
        Headers headers = DeadLetter.headers(request.headers(), at, cause);
        return (Filed.Letter) Filed.of(consumed(partition, headers, request.key(), request.value()));
    }

    static ConsumerRecord<byte[], byte[]> consumed(
            int partition, Headers headers, byte @Nullable [] key, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                Topics.DEAD_LETTERS.name(),
                partition,
                7,
                RoomFixtures.NOON.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
    }
}
