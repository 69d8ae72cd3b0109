package livechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Holds the Dockerfile to the build and to the files it takes; deploy/image builds and runs it for real. */
class ImageTests {

    private static final String JAVA = "eclipse-temurin:" + Pom.text("properties/java.version") + "-jre";
    private static final String OPTIONS = "@/app/java.options";

    private final Dockerfile image = Dockerfile.read();

    @Test
    void hasTheJavaOfTheBuild() {
        assertThat(image.all("FROM")).containsExactly(JAVA + " AS layers", JAVA);
        assertThat(Path.of("deploy/image")).content().contains("base=docker.io/library/" + JAVA + "\n");
    }

    @Test
    void startsJavaItselfSoThatSignalsReachIt() {
        assertThat(entryPoint())
                .containsExactly(
                        "java", OPTIONS, "-XX:AOTCache=/app/room-service.aot", "-jar", "/app/room-service.jar");
        assertThat(image.all("CMD")).isEmpty();
    }

    /** Other options, and the cache would not be used. */
    @Test
    void trainsTheCacheWithTheOptionsOfLaterStarts() {
        assertThat(image.all("RUN"))
                .filteredOn(command -> command.contains("-XX:AOTCacheOutput="))
                .singleElement()
                .asString()
                .contains("java @java.options -XX:AOTCacheOutput=room-service.aot -cp room-service.jar "
                        + Training.class.getName())
                .contains("test -s room-service.aot");
        assertThat(image.all("COPY")).contains("deploy/java.options ./");
        assertThat(image.all("WORKDIR").getLast()).isEqualTo("/app");
    }

    @Test
    void runsAsNobodyInParticular() {
        assertThat(image.only("USER")).isEqualTo("10001:10001");
        assertThat(image.all("RUN")).contains("mkdir /data && chown 10001:10001 /data");
        assertThat(image.environment("LIVECHAT_DATA_DIR")).isEqualTo("/data");
    }

    @Test
    void boundsWhatGlibcKeeps() {
        assertThat(image.environment("MALLOC_ARENA_MAX")).isEqualTo("2");
    }

    @Test
    void givesJavaTheAccessThatTheBuildGivesIt() throws IOException {
        assertThat(options()).contains(Pom.text("properties/jvm.access").split(" "));
    }

    @Test
    void hasOptionsThatJavaTakes() throws Exception {
        Path file = Path.of("deploy/java.options").toAbsolutePath();
        Process java = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "@" + file, "-version")
                .redirectErrorStream(true)
                .start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(printed).isZero();
    }

    @Test
    void sendsTheBuildNothingButWhatItTakes() throws IOException {
        List<String> let = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        List<String> taken = image.all("COPY").stream()
                .filter(copy -> !copy.startsWith("--from"))
                .map(copy -> copy.split(" ")[0])
                .toList();

        assertThat(let).first().isEqualTo("*");
        assertThat(let.stream().skip(1))
                .containsExactlyElementsOf(
                        taken.stream().map(path -> "!" + path).toList());
        assertThat(taken.getFirst()).isEqualTo("target/" + Pom.text("artifactId") + "-*.jar");
    }

    private List<String> entryPoint() {
        return List.of(new JsonMapper().readValue(image.only("ENTRYPOINT"), String[].class));
    }

    private static List<String> options() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("deploy/java.options"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
