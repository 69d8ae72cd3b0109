package livechat.guarantees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The operators' command for dead letters, in a process of its own, with the environment of a service. */
record DeadLetterCommand(Map<String, String> environment) {

    record Answer(int code, String out, String err) {}

    Answer run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ServiceProcess.classPath(),
                "livechat.log.DeadLetters"));
        command.addAll(List.of(options));
        Path out = Files.createTempFile("letters", ".out");
        Path err = Files.createTempFile("letters", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not end; it printed " + Files.readString(out) + Files.readString(err));
        }
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
