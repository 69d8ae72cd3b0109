package livechat.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerCannotStartTests {

    private static final String CHOOSE = "choose another one with LIVECHAT_DATA_DIR (livechat.data-dir)";

    @TempDir
    Path directory;

    @Test
    void namesPortThatIsTaken() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal(directory, other.getLocalPort()))
                    .isEqualTo(
                            "Port %d of 127.0.0.1 cannot be opened for the embedded broker (Address already in use);"
                                    + " stop the process that listens there or choose another port"
                                    + " with LIVECHAT_BROKER_PORT (livechat.broker-port)",
                            other.getLocalPort());
        }
    }

    @Test
    void namesPortThatIsNone() {
        assertThat(refusal(directory, 70_000)).startsWith("Port 70000 of 127.0.0.1 cannot be opened");
    }

    @Test
    void namesDirectoryThatIsLocked() {
        try (var other = DataDirectory.open(directory)) {
            assertThat(refusal(other.path(), 0))
                    .startsWith("The data directory " + directory + " is in use by another running broker; stop");
        }
    }

    @Test
    void namesDirectoryThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(refusal(file.resolve("broker"), 0))
                .startsWith("The data directory " + file.resolve("broker") + " cannot be written (")
                .endsWith("; make it writable, or " + CHOOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.4.0", "4.10.0", "5.0.0", "no version"})
    void namesVersionThatWroteDirectory(String writer) throws IOException {
        Files.writeString(directory.resolve(VersionMarker.NAME), writer);
        assertThat(refusal(directory, 0))
                .isEqualTo(
                        "The data directory %s was written by Kafka %s, and this is Kafka %s;"
                                + " start the newer version of the service again, or choose another directory"
                                + " with LIVECHAT_DATA_DIR (livechat.data-dir)",
                        directory, writer, AppInfoParser.getVersion());
    }

    @Test
    void takesDirectoryOfOlderVersionAndMarksItAsOurs() throws Exception {
        Path marker = Files.writeString(directory.resolve(VersionMarker.NAME), "4.2.1\n");
        new Format(directory).ensure();
        assertThat(marker).hasContent(AppInfoParser.getVersion());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000\u0001",
                "\\u00",
                "version=0\nbroker.id=1",
                "version=1\nnode.id=1",
                "version=2",
                "version=1\nnode.id=7\ncluster.id=c"
            })
    void namesMetaPropertiesOfAnotherKind(String content) throws IOException {
        Files.writeString(directory.resolve("meta.properties"), content);
        assertThat(refusal(directory, 0))
                .startsWith("The data directory " + directory
                        + " is not one that this version can use, says its file meta.properties (")
                .endsWith("); move it away, or " + CHOOSE);
    }

    @Test
    void namesMetaPropertiesThatAreMissing() throws IOException {
        Files.createDirectory(directory.resolve("__cluster_metadata-0"));
        assertThat(refusal(directory, 0)).contains("meta.properties (the file is missing, yet there are records)");
    }

    @Test
    void letsGoOfDirectoryAfterwards() throws IOException {
        Files.writeString(directory.resolve("meta.properties"), "version=2");
        refusal(directory, 0);
        DataDirectory.open(directory).close();
    }

    private static String refusal(Path directory, int port) {
        var refusal = catchThrowableOfType(
                BrokerCannotStart.class,
                () -> EmbeddedBroker.start(directory, port).close());
        assertThat(refusal).isNotNull();
        return String.valueOf(refusal.getMessage());
    }
}
