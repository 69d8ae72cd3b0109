package livechat.broker;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.kafka.common.utils.AppInfoParser;

/** The file that says which Kafka version wrote a data directory last, because Kafka's own files do not. */
record VersionMarker(Path directory) {

    static final String NAME = "embedded-broker.version";
    private static final String OURS = AppInfoParser.getVersion();

    /** A directory without the file is taken: it is new, or its first start did not get this far. */
    void refuseNewer() throws IOException {
        if (Files.exists(file())) {
            refuseNewer(Files.readString(file()).strip());
        }
    }

    private void refuseNewer(String writer) {
        if (isNewer(writer)) {
            throw new BrokerCannotStart(
                    "The data directory %s was written by Kafka %s, and this is Kafka %s"
                            .formatted(directory, writer, OURS),
                    "start the newer version of the service again," + " or choose another directory with "
                            + DataDirectory.SETTING);
        }
    }

    /** What cannot be read as a version was not written by this version either. */
    private static boolean isNewer(String writer) {
        try {
            return Version.parse(writer).compareTo(Version.parse(OURS)) > 0;
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }

    /** By way of another file, since half a version after a crash would keep the directory closed. */
    void update() throws IOException {
        Path draft = Files.writeString(directory.resolve(NAME + ".new"), OURS);
        Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file() {
        return directory.resolve(NAME);
    }
}
