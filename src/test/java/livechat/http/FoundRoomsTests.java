package livechat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import livechat.query.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Putting pages together from the parts of several instances. */
class FoundRoomsTests {

    private static final Comparator<ObjectNode> ORDER = RoomOrder.of("{\"msgs\":-1}");

    private static ObjectNode room(int number, int messages) {
        ObjectNode room = JsonNodeFactory.instance.objectNode();
        room.put("_id", "room-%04d".formatted(number)).put("msgs", messages);
        room.putObject("metrics").put("chatDuration", number / 1000.0);
        return room;
    }

    /** As it is done between instances: each holds its own first ones and says how many there are in all. */
    private static List<ObjectNode> page(List<List<ObjectNode>> instances, int offset, int count) throws IOException {
        FoundRooms all = new FoundRooms(ORDER, offset + count);
        for (List<ObjectNode> rooms : instances) {
            FoundRooms found = new FoundRooms(ORDER, offset + count);
            rooms.forEach(found::add);
            all = all.with(overTheWire(found, offset + count));
        }
        assertThat(all.total())
                .isEqualTo(instances.stream().mapToInt(List::size).sum());
        return all.from(offset);
    }

    private static FoundRooms overTheWire(FoundRooms found, int limit) throws IOException {
        ObjectNode part = Objects.requireNonNull(
                RoomListAnswer.part(Part.of(Set.of(1, 2), found)).getBody());
        Part<FoundRooms> read = RoomListAnswer.read(part.toString().getBytes(), new FoundRooms(ORDER, limit));
        assertThat(read.partitions()).containsExactly(1, 2);
        return read.answer();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesEachRoomOnceOverAllPages(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<ObjectNode>> instances = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        IntStream.range(0, 250)
                .mapToObj(number -> room(number, random.nextInt(10)))
                .forEach(room -> instances.get(random.nextInt(3)).add(room));

        List<ObjectNode> paged = new ArrayList<>();
        for (int offset = 0; offset < 260; offset += 20) {
            paged.addAll(page(instances, offset, 20));
        }

        assertThat(paged.stream().map(ObjectNode::toString))
                .as("with seed %d", seed)
                .containsExactlyElementsOf(instances.stream()
                        .flatMap(List::stream)
                        .sorted(ORDER)
                        .map(ObjectNode::toString)
                        .toList());
    }

    @Test
    void holdsNoMoreThanItMayShow() {
        FoundRooms found = new FoundRooms(ORDER, 3);
        IntStream.range(0, 1000).forEach(number -> found.add(room(number, number)));

        assertThat(found.total()).isEqualTo(1000);
        assertThat(found.from(0).stream().map(room -> room.path("msgs").intValue()))
                .containsExactly(999, 998, 997);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "x",
                "{\"rooms\":[],\"total\":0}",
                "{\"rooms\":[1],\"total\":1,\"partitions\":[1]}"
            })
    void takesNothingElseForAPart(String body) {
        assertThatIOException().isThrownBy(() -> RoomListAnswer.read(body.getBytes(), new FoundRooms(ORDER, 3)));
    }
}
