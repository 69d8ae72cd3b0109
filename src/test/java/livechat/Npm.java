package livechat;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Node and npm of this machine, for programs of ours that are not Java: installs what they name, and starts them. */
public final class Npm {

    private static final int OLDEST = 20;

    private static final Duration INSTALLATION = Duration.ofMinutes(3);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private Npm() {}

    /** Runs `npm ci` in the folder, unless what its package-lock.json names is there already. */
    public static synchronized void install(Path folder) throws IOException, InterruptedException {
        Path lock = Files.createDirectories(Path.of("target")).resolve("npm.lock");
        // Several test processes may come to the same folder: the first one installs, the others find it done.
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!isInstalled(folder)) {
                run(INSTALLATION, folder, npm(), "ci", "--no-audit", "--no-fund", "--loglevel=error");
            }
        }
    }

    /** npm writes its own list when all the rest is there, so half an installation counts as none. */
    private static boolean isInstalled(Path folder) throws IOException {
        Path done = folder.resolve("node_modules/.package-lock.json");
        Path wanted = folder.resolve("package-lock.json");
        return Files.exists(done) && Files.getLastModifiedTime(done).compareTo(Files.getLastModifiedTime(wanted)) >= 0;
    }

    /** Starts `node` with these arguments in the folder, which has to be installed. */
    public static Program node(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return Program.start(
                folder,
                environment,
                Stream.concat(Stream.of(node()), Stream.of(arguments)).toList());
    }

    /** Where `npm` is, for commands that begin with it. */
    public static String npm() throws IOException, InterruptedException {
        node();
        return onPath("npm");
    }

    private static String node() throws IOException, InterruptedException {
        String node = onPath("node");
        String version = run(ANSWER, Path.of("."), node, "--version").strip();
        if (Integer.parseInt(version.replaceFirst("v(\\d+).*", "$1")) < OLDEST) {
            throw missing(node + " is Node " + version);
        }
        return node;
    }

    private static String onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(entry -> Path.of(entry, program))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> missing("there is no " + program + " on the PATH"));
    }

    private static IllegalStateException missing(String what) {
        return new IllegalStateException(
                "%s: install Node %d or newer with its npm, then run the tests again".formatted(what, OLDEST));
    }

    private static String run(Duration limit, Path folder, String... command) throws IOException, InterruptedException {
        try (Program program = Program.start(folder, Map.of(), List.of(command))) {
            if (program.ended(limit) != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed in " + folder + ":\n" + program);
            }
            return program.printed();
        }
    }
}
