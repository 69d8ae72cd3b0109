package livechat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import livechat.Npm;
import livechat.Program;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official parser of AsyncAPI takes topics/asyncapi.yaml, with all schemas that it refers to. */
class AsyncApiIT {

    private static final Path PARSER = Path.of("src/test/asyncapi");

    /** Some seconds, on a machine that does nothing else. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        Npm.install(PARSER);
    }

    @Test
    void isValid() throws IOException, InterruptedException {
        try (Program parser = parse(AsyncApi.FILE)) {
            assertThat(parser.ended(PATIENCE)).as(parser::toString).isZero();
        }
    }

    @Test
    void wouldNotBeValidWithoutASchema(@TempDir Path folder) throws IOException, InterruptedException {
        copy(Path.of("topics/schemas"), Files.createDirectory(folder.resolve("schemas")));
        Path copy = Files.copy(AsyncApi.FILE, folder.resolve("asyncapi.yaml"));
        Files.delete(folder.resolve("schemas/room.v1.json"));

        try (Program parser = parse(copy)) {
            assertThat(parser.ended(PATIENCE)).isEqualTo(1);
            assertThat(parser.printed()).contains("room.v1.json");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static Program parse(Path file) throws IOException, InterruptedException {
        return Npm.node(PARSER, Map.of(), "validate.mjs", file.toAbsolutePath().toString());
    }
}
