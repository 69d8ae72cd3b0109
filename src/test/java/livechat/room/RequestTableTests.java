package livechat.room;

import static livechat.room.RoomFixtures.asked;
import static livechat.room.RoomFixtures.landed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of docs/requests.md: each request in each state, against the rules. */
class RequestTableTests {

    private static final Path TABLE = Path.of("docs/requests.md");

    record Cell(String request, String state, String expected) {}

    static Stream<Cell> cells() throws IOException {
        return rows().flatMap(row -> {
            List<String> states = List.copyOf(RequestTable.states().keySet());
            return Stream.iterate(0, i -> i + 1)
                    .limit(states.size())
                    .map(i -> new Cell(row.getFirst(), states.get(i), row.get(i + 1)));
        });
    }

    private static Stream<List<String>> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Stream.of(line.substring(1).split("\\|"))
                        .map(cell -> cell.replace("`", "").strip())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void answersAsTheTableSays(Cell cell) {
        assertThat(outcome(cell.request(), cell.state())).isEqualTo(cell.expected());
    }

    @Test
    void hasARowForEachRequestAndAColumnForEachState() throws IOException {
        assertThat(rows().map(List::getFirst))
                .containsExactlyElementsOf(RequestTable.requests().keySet());
        assertThat(Files.readString(TABLE))
                .contains("| request | "
                        + String.join(" | ", RequestTable.states().keySet()) + " |");
    }

    private static String outcome(String name, String state) {
        InMemoryLedger ledger = new InMemoryLedger();
        long offset = 0;
        for (Asked asked : Objects.requireNonNull(RequestTable.states().get(state))) {
            Decision decision = ledger.fold(landed(asked, offset++));
            assertThat(decision.isChange()).isTrue();
        }
        Asked asked = RequestTable.later(
                Objects.requireNonNull(RequestTable.requests().get(name)));
        return word(ledger.fold(landed(asked, offset)));
    }

    private static String word(Decision decision) {
        if (decision.outcome() instanceof Outcome.Refused(Refusal refusal)) {
            return "(" + refusal.code() + ")";
        }
        List<String> events = new ArrayList<>();
        decision.events().forEach(event -> events.add(kebab(event.getClass().getSimpleName())));
        return events.isEmpty() ? "as it is" : String.join(", ", events);
    }

    private static String kebab(String name) {
        return Stream.of(name.split("(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }
}
