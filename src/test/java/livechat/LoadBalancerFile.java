package livechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The lines of deploy/haproxy.cfg by section, without comments. */
record LoadBalancerFile(Map<String, List<String>> sections) {

    static final Path PATH = Path.of("deploy/haproxy.cfg");

    static LoadBalancerFile read() {
        Map<String, List<String>> sections = new TreeMap<>();
        String section = "";
        for (String line : lines()) {
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ")) {
                section = line;
            }
            sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(line.strip());
        }
        return new LoadBalancerFile(sections);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PATH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> section(String name) {
        return Objects.requireNonNull(sections.get(name), name);
    }

    /** What follows the words, each time a line of the section begins with them. */
    List<String> all(String section, String words) {
        return section(section).stream()
                .filter(line -> line.startsWith(words + " "))
                .map(line -> line.substring(words.length() + 1))
                .toList();
    }

    String only(String section, String words) {
        List<String> all = all(section, words);
        if (all.size() != 1) {
            throw new IllegalStateException("%s is there %d times in %s".formatted(words, all.size(), section));
        }
        return all.getFirst();
    }
}
