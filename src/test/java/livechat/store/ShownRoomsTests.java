package livechat.store;

import static livechat.room.RoomFixtures.MARY;
import static livechat.room.RoomFixtures.PAUL;
import static livechat.room.RoomFixtures.aCloseRequest;
import static livechat.room.RoomFixtures.aRoomRequest;
import static livechat.room.RoomFixtures.asked;
import static livechat.room.RoomFixtures.landed;
import static livechat.room.RoomFixtures.registration;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import livechat.room.Asked;
import livechat.room.ClosedRoom;
import livechat.room.OpenRoom;
import livechat.room.Room;
import livechat.room.RoomId;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;
import org.junit.jupiter.api.Test;

/** Going through all rows of a partition. */
class ShownRoomsTests {

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("rooms").get();

    private void fold(KeyValueStore<Bytes, byte[]> rows, Asked asked, long offset) {
        RowWriter writer = new RowWriter(rows, _ -> new byte[0]);
        writer.keep(Room.decide(landed(asked, offset), new Rows(store)));
        writer.applied(offset);
    }

    private List<Room> rooms() {
        List<Room> rooms = new ArrayList<>();
        new Rows(store).forEachRoom(rooms::add);
        return rooms;
    }

    @Test
    void showsEachRoomOnceWhetherOpenOrClosed() {
        fold(store, aRoomRequest(MARY, 1), 0);
        fold(store, aCloseRequest(MARY, new RoomId("room-1"), 2), 1);
        fold(store, aRoomRequest(MARY, 3), 2);
        fold(store, aRoomRequest(PAUL, 4), 3);

        assertThat(rooms().stream().map(ShownRoomsTests::name))
                .containsExactlyInAnyOrder("closed room-1", "room-3", "room-4");
    }

    @Test
    void showsVisitorsAndClosedRoomsPageByPage() {
        fold(store, aRoomRequest(MARY, 1), 0);
        fold(store, aCloseRequest(MARY, new RoomId("room-1"), 2), 1);
        fold(store, aRoomRequest(MARY, 3), 2);
        fold(store, asked(4, registration(PAUL, 4, "Paul")), 3);
        List<String> shown = new ArrayList<>();
        Optional<Page.Place> next = Optional.of(Page.Place.START);
        int pages = 0;
        while (next.isPresent()) {
            Page page = new Rows(store).page(next.get(), 1, _ -> true);
            page.closedRooms().forEach(room -> shown.add(name(room)));
            page.visitors().forEach(visitor -> shown.add(visitor.token().value()));
            next = page.next();
            pages++;
        }

        assertThat(shown).containsExactlyInAnyOrder("closed room-1", MARY.value(), PAUL.value());
        assertThat(pages).isEqualTo(4);
        assertThat(new Rows(store).page(Page.Place.START, 4, _ -> true).next()).isEmpty();
    }

    @Test
    void showsNothingOfVisitorsWithoutRooms() {
        fold(store, asked(1, registration(MARY, 1, "Mary")), 0);

        assertThat(rooms()).isEmpty();
    }

    /** A room that is being closed changes in two rows; between them it would be missing. */
    @Test
    void findsARoomAtEachMomentOfItsClosing() {
        fold(store, aRoomRequest(MARY, 1), 0);
        List<List<Room>> seen = new ArrayList<>();
        KeyValueStore<Bytes, byte[]> watched = new InMemoryKeyValueStore("rooms") {
            @Override
            public void put(Bytes key, byte[] value) {
                store.put(key, value);
                seen.add(rooms());
            }

            @Override
            public void putAll(List<KeyValue<Bytes, byte[]>> rows) {
                store.putAll(rows);
                seen.add(rooms());
            }
        };

        fold(watched, aCloseRequest(MARY, new RoomId("room-1"), 2), 1);

        assertThat(seen).isNotEmpty().allSatisfy(rooms -> assertThat(rooms).hasSize(1));
    }

    private static String name(Room room) {
        return room instanceof ClosedRoom closed
                ? "closed " + closed.was().id().value()
                : ((OpenRoom) room).id().value();
    }
}
