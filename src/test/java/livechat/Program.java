package livechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that shares nothing with this process but what it prints.
 *
 * @param output its standard output so far
 * @param complaints its standard error so far
 */
public record Program(Process process, Path output, Path complaints) implements AutoCloseable {

    /** The environment is added to that of this process; there is no standard input. */
    public static Program start(Path directory, Map<String, String> environment, List<String> command)
            throws IOException {
        Path output = Files.createTempFile("program", ".out");
        Path complaints = Files.createTempFile("program", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(complaints.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Program(process, output, complaints);
    }

    public String printed() {
        return read(output);
    }

    public String complained() {
        return read(complaints);
    }

    /** The exit code, once it has ended by itself. */
    public int ended(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running: " + this);
        }
        return process.exitValue();
    }

    /** SIGTERM; the exit code. */
    public int stop(Duration limit) throws InterruptedException {
        process.destroy();
        return ended(limit);
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    @Override
    public String toString() {
        return process.info().commandLine().orElse("a program that has ended") + "\n" + printed() + complained();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
