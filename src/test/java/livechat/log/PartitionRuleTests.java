package livechat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import livechat.Npm;
import livechat.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The code that docs/partitions.md offers to others, run as it stands there. */
@Timeout(120)
class PartitionRuleTests {

    private static final Path PAGE = Path.of("docs/partitions.md");

    /** With characters of one to four bytes, and of each length modulo four. */
    private static final List<String> KEYS = new Random(4711)
            .ints(300, 0, 40)
            .mapToObj(length -> new Random(length)
                    .ints(length, ' ', 0x1f900)
                    .filter(character -> !Character.isSurrogate((char) character))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString())
            .toList();

    @TempDir
    private Path directory;

    @Test
    void holdsInJava() throws Exception {
        Path source = Files.writeString(directory.resolve("PartitionRule.java"), block("java"));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", source.toString()))
                .isZero();
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            Method rule = classes.loadClass("PartitionRule").getMethod("partitionOf", String.class, int.class);
            for (String key : KEYS) {
                assertThat(rule.invoke(null, key, 24)).as(key).isEqualTo(expected(key, 24));
            }
        }
    }

    @Test
    void holdsInNode() throws Exception {
        Files.writeString(directory.resolve("partition.mjs"), block("js"));

        assertThat(node("import { partitionOf } from './partition.mjs'; const rule = partitionOf"))
                .isEqualTo(expected());
    }

    /** What the page says of it. */
    @Test
    void holdsInKafkaJsByItself() throws Exception {
        Npm.install(Path.of("examples"));
        String module =
                Path.of("examples/node_modules/kafkajs/index.js").toUri().toString();

        assertThat(node("""
                        import kafkajs from '%s'
                        const partitioner = kafkajs.Partitioners.DefaultPartitioner()
                        const rule = (key, count) => partitioner({
                            partitionMetadata: Array.from({ length: count }, (_, partitionId) => ({ partitionId, leader: 1 })),
                            message: { key },
                        })""".formatted(module))).isEqualTo(expected());
    }

    @Test
    void isTheOneOfTheExamples() throws IOException {
        assertThat(block("js")).isEqualTo(Files.readString(Path.of("examples/node-contract/partition.js")));
    }

    @Test
    void comesToThePartitionsOfThePage() throws IOException {
        List<MatchResult> rows = Pattern.compile("\\| `(.+)` \\| (\\d+) \\| (\\d+) \\|")
                .matcher(Files.readString(PAGE))
                .results()
                .toList();

        assertThat(rows)
                .hasSizeGreaterThan(5)
                .allSatisfy(row -> assertThat(List.of(Integer.parseInt(row.group(2)), Integer.parseInt(row.group(3))))
                        .containsExactly(expected(row.group(1), 24), expected(row.group(1), 4)));
    }

    private String node(String rule) throws Exception {
        Files.writeString(directory.resolve("keys.json"), new JsonMapper().writeValueAsString(KEYS));
        Files.writeString(directory.resolve("main.mjs"), """
                import { readFileSync } from 'node:fs'
                %s
                const keys = JSON.parse(readFileSync('keys.json', 'utf8'))
                console.log(keys.map(key => rule(key, 24)).join())
                """.formatted(rule));
        try (Program program = Npm.node(directory, Map.of(), "main.mjs")) {
            assertThat(program.ended(Duration.ofSeconds(30)))
                    .as(program.toString())
                    .isZero();
            return program.printed().strip();
        }
    }

    private static String expected() {
        return String.join(
                ",", KEYS.stream().map(key -> String.valueOf(expected(key, 24))).toList());
    }

    private static int expected(String key, int count) {
        return new Partitions(count).of(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String block(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
