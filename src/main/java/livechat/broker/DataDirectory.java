package livechat.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The directory that a broker keeps its data in, held against every other process until it is closed. */
final class DataDirectory implements AutoCloseable {

    static final String LOCK = "embedded-broker.lock";

    /** How an operator chooses another one, for messages. */
    static final String SETTING = "LIVECHAT_DATA_DIR (livechat.data-dir)";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** The lock comes first: until it is held, nothing in the directory is read or written. */
    static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return lock(path, channel);
        } catch (IOException denied) {
            throw new BrokerCannotStart(
                    "The data directory %s cannot be written (%s)".formatted(path, denied),
                    "make it writable, or choose another one with " + SETTING,
                    denied);
        }
    }

    private static DataDirectory lock(Path path, FileChannel channel) throws IOException {
        if (!held(channel)) {
            channel.close();
            throw new BrokerCannotStart(
                    "The data directory %s is in use by another running broker".formatted(path),
                    "stop that process, or choose another directory with " + SETTING);
        }
        return new DataDirectory(path, channel);
    }

    private static boolean held(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    /** Gives up the lock with the file it is on. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
