package livechat.log;

import livechat.room.Asked;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Lets tests of other packages write what the service writes. */
public final class RequestRecords {

    private RequestRecords() {}

    public static ProducerRecord<byte[], byte[]> of(Asked asked) {
        return RequestCodec.write(asked, new Partitions(1));
    }
}
