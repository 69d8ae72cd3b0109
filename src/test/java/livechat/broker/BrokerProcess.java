package livechat.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@link BrokerApplication} in a process of its own, killed at the latest when the test ends. */
record BrokerProcess(Process process, Path output) implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;

    /** The environment is added to this process's own; what the process prints goes to a file in the work directory. */
    static BrokerProcess start(Path work, Map<String, String> environment, String... jvmOptions) throws IOException {
        var builder = new ProcessBuilder(command(jvmOptions));
        builder.environment().putAll(environment);
        Path output = work.resolve("output.txt");
        return new BrokerProcess(
                builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    private static List<String> command(String... jvmOptions) {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return Stream.of(
                        Stream.of(java, "-XX:TieredStopAtLevel=1", "-Xmx256m", "--sun-misc-unsafe-memory-access=allow"),
                        Stream.of(jvmOptions),
                        Stream.of(
                                "-cp",
                                System.getProperty("java.class.path"),
                                BrokerApplication.class.getName(),
                                "--spring.main.banner-mode=off"))
                .flatMap(part -> part)
                .toList();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks the process to end, as SIGTERM does. */
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + printed());
        }
        return process.exitValue();
    }

    String printed() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
