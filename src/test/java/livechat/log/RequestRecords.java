package livechat.log;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import livechat.room.Asked;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Lets tests of other packages write what the service writes. */
public final class RequestRecords {

    private RequestRecords() {}

    public static ProducerRecord<byte[], byte[]> of(Asked asked) {
        return RequestCodec.write(asked, new Partitions(1));
    }

    public static ProducerRecord<byte[], byte[]> of(Asked asked, int partitions) {
        return RequestCodec.write(asked, new Partitions(partitions));
    }

    public static List<Asked> story(Instant deadline) throws IOException {
        return SampleStory.requests(deadline);
    }
}
