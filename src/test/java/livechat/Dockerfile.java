package livechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The instructions of the Dockerfile, continued lines joined, without comments. */
record Dockerfile(List<String> instructions) {

    static Dockerfile read() {
        try {
            String text = Files.readString(Path.of("Dockerfile"));
            return new Dockerfile(text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .reduce("", (all, line) -> all + line + "\n")
                    .replaceAll("\\s*\\\\\n\\s*", " ")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What follows the instruction, each time it is there. */
    List<String> all(String instruction) {
        return instructions.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
    }

    String only(String instruction) {
        List<String> all = all(instruction);
        if (all.size() != 1) {
            throw new IllegalStateException(instruction + " is there " + all.size() + " times");
        }
        return all.getFirst();
    }

    String environment(String name) {
        return Objects.requireNonNull(
                all("ENV").stream()
                        .filter(variable -> variable.startsWith(name + "="))
                        .map(variable -> variable.substring(name.length() + 1))
                        .findFirst()
                        .orElse(null),
                name);
    }
}
