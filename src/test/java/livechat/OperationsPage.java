package livechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What docs/operations.md tells an operator to type, for tests that do so. */
public record OperationsPage(String text) {

    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    public static OperationsPage read() {
        try {
            return new OperationsPage(Files.readString(Path.of("docs/operations.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the only block in that language, without comments. */
    public List<String> block(String language) {
        String[] parts = text.split("\n```" + language + "\n", -1);
        if (parts.length != 2) {
            throw new IllegalStateException("There are " + (parts.length - 1) + " blocks of " + language);
        }
        return parts[1].substring(0, parts[1].indexOf("```"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** The block of settings, by name. */
    public Map<String, String> settings() {
        return block("properties").stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** The second column of the table whose head begins so, by the code in the first. */
    public Map<String, String> table(String head) {
        Map<String, String> rows = new LinkedHashMap<>();
        text.lines()
                .dropWhile(line -> !line.startsWith("| " + head + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|"))
                .forEach(cells -> rows.put(code(cells[1]), cells[2].strip()));
        return rows;
    }

    private static String code(String cell) {
        return CODE.matcher(cell)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }
}
