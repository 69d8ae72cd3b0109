package livechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the source itself has to keep to; blank lines and comments cost nothing. */
class HouseTests {

    private static final int LINES_OF_A_FILE = 150;
    private static final int LINES_OF_A_METHOD = 25;
    private static final int PARAMETERS = 4;

    /** The examples are read before anything else. */
    private static final List<SourceFile> MAIN = Stream.of(
                    "src/main/java", "src/bench/java", "examples/java-consumer/src/main/java")
            .flatMap(root -> SourceFile.all(root).stream())
            .toList();

    @Test
    void hasNoLongFile() {
        assertThat(MAIN).filteredOn(file -> file.lines() > LINES_OF_A_FILE).isEmpty();
    }

    @Test
    void hasNoLongMethod() {
        assertThat(methods())
                .filteredOn(method -> method.lines() > LINES_OF_A_METHOD)
                .isEmpty();
    }

    /** A bean's parameters are wires, not a signature that anyone calls. */
    @Test
    void hasNoMethodOfManyParameters() {
        assertThat(methods())
                .filteredOn(method -> !method.isBean() && method.parameters() > PARAMETERS)
                .isEmpty();
    }

    /** Whoever catches everything goes on after what nobody can go on after. */
    @Test
    void catchesNoErrors() {
        assertThat(MAIN.stream().flatMap(file -> file.caught().stream()))
                .noneMatch(caught -> caught.matches(".*\\b(Throwable|Error)\\b.*"));
    }

    private static Stream<SourceFile.Method> methods() {
        return MAIN.stream().flatMap(file -> file.methods().stream());
    }
}
