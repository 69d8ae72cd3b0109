package livechat.directory;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import livechat.log.DirectoryEntry;
import livechat.log.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A compacted topic as its last record of each key leaves it; a record that cannot be read leaves what was there before. */
final class Table<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Table.class);

    private final Topic<String, DirectoryEntry<T>> topic;
    private final Function<T, String> id;
    private final Map<String, DirectoryEntry<T>> entries = new ConcurrentHashMap<>();

    /** Keys as they came, of which the last record could not be read: a good one or a tombstone mends it. */
    private final Set<ByteBuffer> unreadable = ConcurrentHashMap.newKeySet();

    Table(Topic<String, DirectoryEntry<T>> topic, Function<T, String> id) {
        this.topic = topic;
        this.id = id;
    }

    String topic() {
        return topic.name();
    }

    Optional<T> find(String key) {
        return Optional.ofNullable(entries.get(key))
                .filter(DirectoryEntry::inUse)
                .map(DirectoryEntry::what);
    }

    Stream<T> inUse() {
        return entries.values().stream().filter(DirectoryEntry::inUse).map(DirectoryEntry::what);
    }

    /** In use or not. */
    Optional<T> known(String key) {
        return Optional.ofNullable(entries.get(key)).map(DirectoryEntry::what);
    }

    int size() {
        return entries.size();
    }

    int unreadable() {
        return unreadable.size();
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        ByteBuffer rawKey = rawKey(record);
        try {
            put(record);
            unreadable.remove(rawKey);
        } catch (RuntimeException e) {
            unreadable.add(rawKey);
            // Where it is, not what it says: an exception's message can quote a record.
            LOG.warn(
                    "Passed over a record of {} that cannot be read, partition {}, offset {}: {}",
                    topic.name(),
                    record.partition(),
                    record.offset(),
                    e.getClass().getSimpleName());
        }
    }

    /** A compacted topic refuses records without a key, but it may not always have been compacted. */
    private static ByteBuffer rawKey(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(record.key());
    }

    private void put(ConsumerRecord<byte[], byte[]> record) {
        String key = Objects.requireNonNull(
                topic.keySerde().deserializer().deserialize(topic.name(), record.key()), "no key");
        if (record.value() == null) {
            entries.remove(key);
            return;
        }
        DirectoryEntry<T> entry = topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
        if (!id.apply(entry.what()).equals(key)) {
            throw new IllegalArgumentException("key and _id differ");
        }
        entries.put(key, entry);
    }
}
