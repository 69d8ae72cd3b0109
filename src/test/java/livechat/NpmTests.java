package livechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class NpmTests {

    private static final Instant LONG_AGO = Instant.parse("2026-01-02T12:00:00Z");

    /** One package, which lies beside the folder: nothing is fetched from anywhere. */
    @TempDir
    private Path directory;

    private Path folder;
    private Path installed;

    @BeforeEach
    void writeAProgram() throws IOException {
        folder = Files.createDirectories(directory.resolve("program"));
        installed = folder.resolve("node_modules/.package-lock.json");
        write("greeting/package.json", "{'name':'greeting','version':'1.0.0','main':'main.js'}");
        write("greeting/main.js", "module.exports = name => `Hello ${name}`");
        write("program/package.json", "{'name':'program','dependencies':{'greeting':'file:../greeting'}}");
        write("program/package-lock.json", """
                {'name':'program','lockfileVersion':3,'requires':true,'packages':{
                '':{'name':'program','dependencies':{'greeting':'file:../greeting'}},
                '../greeting':{'version':'1.0.0'},'node_modules/greeting':{'resolved':'../greeting','link':true}}}""");
        write("program/main.js", "console.log(require('greeting')(process.env.WHOM + process.argv[2]))");
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.endsWith(".json") ? text.replace('\'', '"') : text);
    }

    @Test
    void installsWhatAProgramNeedsAndStartsIt() throws Exception {
        Npm.install(folder);

        try (Program program = Npm.node(folder, Map.of("WHOM", "Mary"), "main.js", "!")) {
            assertThat(program.ended(Duration.ofSeconds(30))).isZero();
            assertThat(program.printed()).isEqualTo("Hello Mary!\n");
        }
    }

    @Test
    void installsOnceOnly() throws Exception {
        Npm.install(folder);
        FileTime first = Files.getLastModifiedTime(installed);

        Npm.install(folder);

        assertThat(Files.getLastModifiedTime(installed)).isEqualTo(first);
    }

    @Test
    void installsAgainOnceTheLockIsNewer() throws Exception {
        Npm.install(folder);
        Files.setLastModifiedTime(installed, FileTime.from(LONG_AGO));

        Npm.install(folder);

        assertThat(Files.getLastModifiedTime(installed).toInstant()).isAfter(LONG_AGO);
    }

    @Test
    void saysWhatNpmHadToSayAgainstIt() throws Exception {
        write("program/package-lock.json", "not JSON");

        assertThatIllegalStateException()
                .isThrownBy(() -> Npm.install(folder))
                .withMessageContaining("npm ci")
                .withMessageContaining("npm error");
    }
}
