package livechat.fold;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;

/** A request whose numbers are written over in place: the next one costs nothing, and all that is allocated is the fold's. */
final class NumberedRecord {

    private static final int DIGITS = 10;

    private final Record<byte[], byte[]> record;
    private final List<Place> places = new ArrayList<>();

    /** Where the number is. */
    @SuppressWarnings("ArrayRecordComponent") // Written to, never compared.
    private record Place(byte[] bytes, int end) {

        void put(long number) {
            long rest = number;
            for (int i = 1; i <= DIGITS; i++) {
                bytes[end - i] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
    }

    /**
     * Finds where the number goes.
     *
     * @param number what stands there in the template: ten digits
     */
    NumberedRecord(ProducerRecord<byte[], byte[]> template, String number, long time) {
        record = new Record<>(template.key(), template.value(), time, template.headers());
        find(number, template.key());
        find(number, template.value());
        for (Header header : template.headers()) {
            find(number, header.value());
        }
    }

    private void find(String number, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
            places.add(new Place(bytes, at + DIGITS));
        }
    }

    Record<byte[], byte[]> numbered(long number) {
        places.forEach(place -> place.put(number));
        return record;
    }
}
