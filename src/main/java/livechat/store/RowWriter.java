package livechat.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import livechat.room.Change;
import livechat.room.ClosedRoom;
import livechat.room.Event;
import livechat.room.KeptMessage;
import livechat.room.Memory;
import livechat.room.OpenRoom;
import livechat.room.RoomId;
import livechat.room.Stranger;
import livechat.room.Visitor;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Writes one partition's rows; only the fold has one, and from one thread. */
public final class RowWriter {

    /** The key says it all. */
    private static final byte[] CLOSED = new byte[0];

    private static final byte[] NO_DOCUMENT = new byte[0];

    private final KeyValueStore<Bytes, byte[]> store;
    private final Function<OpenRoom, byte[]> document;

    /** The rows of a change; null is none any more. */
    private final List<KeyValue<Bytes, byte[]>> batch = new ArrayList<>();

    /**
     * Writes to this store.
     *
     * @param document what the visitor is told of an open room
     */
    public RowWriter(KeyValueStore<Bytes, byte[]> store, Function<OpenRoom, byte[]> document) {
        this.store = store;
        this.document = document;
    }

    /** All rows of a change at once: whoever goes through them meanwhile finds a room open or closed, never both or neither. */
    public void keep(Change change) {
        Visitor after = change.after();
        if (!after.equals(change.before())) {
            keep(after);
        }
        change.decision().events().forEach(this::keep);
        store.putAll(batch);
        batch.clear();
    }

    private void put(Bytes key, byte @Nullable [] row) {
        batch.add(KeyValue.pair(key, row));
    }

    /** Written last: a copy whose offset row says n holds all of n. */
    public void applied(long offset) {
        store.put(Keys.APPLIED, Keys.number(offset));
    }

    /** A stranger leaves a row only while there is something to remember of them. */
    private void keep(Visitor visitor) {
        boolean isGone = visitor instanceof Stranger && visitor.memory().equals(Memory.EMPTY);
        put(Keys.of(visitor.token()), isGone ? null : VisitorRow.write(visitor, document(visitor)));
    }

    private byte[] document(Visitor visitor) {
        return visitor.room() instanceof OpenRoom open ? document.apply(open) : NO_DOCUMENT;
    }

    private void keep(Event event) {
        switch (event) {
            case Event.RoomCreated created ->
                put(
                        Keys.of(created.room().id()),
                        RoomRow.write(new RoomRow.Open(created.room().visitor().token())));
            case Event.RoomClosed closed -> close(closed.room());
            case Event.RoomUpdated(ClosedRoom room) -> keep(room);
            case Event.RoomSurveyed(ClosedRoom room) -> keep(room);
            case Event.OfMessage message -> keep(message.room().id(), message.message());
            case Event.RoomForgotten forgotten -> forget(forgotten.room().id());
            case Event.VisitorErased erased -> erase(erased);
            case Event.OfOpenRoom _,
                    Event.RoomUpdated _,
                    Event.RoomSurveyed _,
                    Event.VisitorRegistered _,
                    Event.VisitorUpdated _,
                    Event.VisitorForgotten _,
                    Event.RequestRefused _ -> {
                // The visitor's row has it, or there is nothing to keep.
            }
        }
    }

    private void close(ClosedRoom room) {
        keep(room);
        put(Keys.closed(room.was().visitor().token(), room.id()), CLOSED);
    }

    private void keep(ClosedRoom room) {
        put(Keys.of(room.id()), RoomRow.write(new RoomRow.Closed(room)));
    }

    /** What is older than the newest of them goes, and its id with it. */
    private void keep(RoomId id, KeptMessage message) {
        put(Keys.of(id, message.number()), RowCodec.write(message));
        put(Keys.of(id, message.id()), Keys.number(message.number()));
        Bytes tooOld = Keys.of(id, message.number() - KeptMessage.MAX_PER_ROOM);
        byte[] row = message.number() > KeptMessage.MAX_PER_ROOM ? store.get(tooOld) : null;
        if (row != null) {
            put(tooOld, null);
            put(Keys.of(id, RowCodec.read(row, KeptMessage.class).id()), null);
        }
    }

    private void forget(RoomId id) {
        put(Keys.of(id), null);
        deleteAll(Keys.messages(id));
        deleteAll(Keys.messageIds(id));
    }

    private void erase(Event.VisitorErased erased) {
        erased.rooms().forEach(this::forget);
        deleteAll(Keys.closed(erased.token()));
    }

    private void deleteAll(String prefix) {
        List<Bytes> keys = new ArrayList<>();
        try (var rows = store.prefixScan(prefix, new StringSerializer())) {
            rows.forEachRemaining(row -> keys.add(row.key));
        }
        keys.forEach(key -> put(key, null));
    }
}
