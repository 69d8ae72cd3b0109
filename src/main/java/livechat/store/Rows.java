package livechat.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import livechat.room.ClosedRoom;
import livechat.room.KeptMessage;
import livechat.room.Ledger;
import livechat.room.Message;
import livechat.room.MessageId;
import livechat.room.OpenRoom;
import livechat.room.Room;
import livechat.room.RoomId;
import livechat.room.Stranger;
import livechat.room.Token;
import livechat.room.Visitor;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** One partition's rows as they are read: visitors by token, rooms by id, and the offset that all of it stands for. */
public final class Rows implements Ledger {

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
    private final Documents documents;

    public Rows(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this(store, Documents.FROM_ROWS);
    }

    Rows(ReadOnlyKeyValueStore<Bytes, byte[]> store, Documents documents) {
        this.store = store;
        this.documents = documents;
    }

    @Override
    public Visitor visitor(Token token) {
        byte[] row = store.get(Keys.of(token));
        return row == null ? new Stranger(token) : VisitorRow.visitor(row);
    }

    /** The visitor's open room as the visitor is told of it; nothing is decoded. */
    public Optional<byte[]> document(Token token) {
        return documents.find(
                token, wanted -> Optional.ofNullable(store.get(Keys.of(wanted))).flatMap(VisitorRow::document));
    }

    @Override
    public Optional<Token> owner(RoomId id) {
        return row(id).map(row -> switch (row) {
            case RoomRow.Open open -> open.token();
            case RoomRow.Closed closed -> closed.room().was().visitor().token();
        });
    }

    /** A room of this partition that is over; an open one is in its visitor's row. */
    @Override
    public Optional<ClosedRoom> closedRoom(RoomId id) {
        return row(id).flatMap(
                        row -> row instanceof RoomRow.Closed closed ? Optional.of(closed.room()) : Optional.empty());
    }

    private Optional<RoomRow> row(RoomId id) {
        return Optional.ofNullable(store.get(Keys.of(id))).map(RoomRow::read);
    }

    @Override
    public List<RoomId> closedRooms(Token token) {
        List<RoomId> rooms = new ArrayList<>();
        String prefix = Keys.closed(token);
        try (var rows = store.prefixScan(prefix, new StringSerializer())) {
            rows.forEachRemaining(row -> rooms.add(Keys.roomId(row.key, prefix)));
        }
        return rooms;
    }

    @Override
    public Optional<KeptMessage> message(RoomId id, MessageId messageId) {
        return Optional.ofNullable(store.get(Keys.of(id, messageId)))
                .map(Keys::number)
                .map(number -> store.get(Keys.of(id, number)))
                .map(row -> RowCodec.read(row, KeptMessage.class));
    }

    @Override
    public <T> T messages(RoomId id, Function<Stream<Message>, T> question) {
        try (var rows = store.reverseRange(Keys.of(id, 0), Keys.of(id, Long.MAX_VALUE))) {
            Iterable<KeyValue<Bytes, byte[]>> newestFirst = () -> rows;
            return question.apply(StreamSupport.stream(newestFirst.spliterator(), false)
                    .map(row -> RowCodec.read(row.value, KeptMessage.class))
                    .flatMap(kept -> kept.message().stream()));
        }
    }

    /** Shows all rooms as they were at one moment, each once: the closed ones in rows of their own, the open in their visitors'. */
    public void forEachRoom(Consumer<Room> watcher) {
        try (var rows = store.all()) {
            rows.forEachRemaining(row -> room(row).ifPresent(watcher));
        }
    }

    /**
     * What is due among so many visitors and rooms, without their messages: whoever comes back for more holds nothing in
     * between, and what is not due is not decoded.
     */
    public Page page(Page.Place from, int limit, Predicate<Since> isDue) {
        List<Visitor> visitors = new ArrayList<>();
        List<ClosedRoom> closedRooms = new ArrayList<>();
        try (var rows = store.range(from.key(), Keys.BEYOND_VISITORS)) {
            for (int i = 0; i < limit && rows.hasNext(); i++) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (Since.of(row.value).filter(isDue).isEmpty()) {
                    continue;
                }
                if (row.key.get()[0] == Keys.VISITOR) {
                    visitors.add(VisitorRow.visitor(row.value));
                } else if (RoomRow.read(row.value) instanceof RoomRow.Closed closed) {
                    closedRooms.add(closed.room());
                }
            }
            Optional<Page.Place> next =
                    rows.hasNext() ? Optional.of(new Page.Place(rows.peekNextKey())) : Optional.empty();
            return new Page(visitors, closedRooms, next);
        }
    }

    private static Optional<Room> room(KeyValue<Bytes, byte[]> row) {
        return switch (row.key.get()[0]) {
            case Keys.VISITOR ->
                VisitorRow.visitor(row.value).room() instanceof OpenRoom open ? Optional.of(open) : Optional.empty();
            case Keys.ROOM ->
                RoomRow.read(row.value) instanceof RoomRow.Closed closed
                        ? Optional.of(closed.room())
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The offset of the last request in these rows; -1 when there is none. */
    public long applied() {
        byte[] row = store.get(Keys.APPLIED);
        return row == null ? -1 : Keys.number(row);
    }
}
