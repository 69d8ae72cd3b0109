package livechat.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured, as a table in Markdown that grows with each run of a build. */
final class Table {

    private static final Path FILE = Path.of("target", "cluster", "table.md");
    private static final String HEAD = """
            | fault | runs | calls | failed | 503 on the way | longest wait | creates | existing rooms | flagged | violations | seeds |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private static final Map<String, Measured> ROWS = new LinkedHashMap<>();

    private Table() {}

    static synchronized void add(String fault, Measured measured) {
        ROWS.merge(fault, measured, Measured::and);
        StringBuilder table = new StringBuilder(HEAD);
        ROWS.forEach((title, row) -> table.append(row.markdown(title)));
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.print(measured.markdown(fault));
    }
}
