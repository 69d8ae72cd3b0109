package livechat.guarantees;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;

/**
 * One row of the table: a request and what becomes of it.
 *
 * @param appended yes or no: whether the refused request is on the log
 */
record BadInput(String method, String target, String body, int status, String error, String appended) {

    static final String ROWS = "src/test/resources/bad-input.csv";

    private static final Pattern REPEATED = Pattern.compile("(.)\\{(\\d+)}");

    static BadInput of(ArgumentsAccessor row) {
        return new BadInput(
                row.getString(0),
                row.getString(1),
                Objects.requireNonNullElse(row.getString(2), ""),
                row.getInteger(3),
                row.getString(4),
                row.getString(5));
    }

    static List<BadInput> all() throws IOException {
        return Files.readAllLines(Path.of(ROWS)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" *\\| *", -1))
                .map(cells ->
                        new BadInput(cells[0], cells[1], cells[2], Integer.parseInt(cells[3]), cells[4], cells[5]))
                .toList();
    }

    boolean isAppended() {
        return appended.equals("yes");
    }

    /** As it goes over the wire, one character for each byte. */
    String request(String token, String roomId) {
        String text = whole(body, token, roomId);
        int length = text.getBytes(StandardCharsets.ISO_8859_1).length;
        return method + " " + whole(target, token, roomId) + " HTTP/1.1\r\nHost: here\r\nContent-Length: " + length
                + "\r\n\r\n" + text;
    }

    private static String whole(String text, String token, String roomId) {
        return REPEATED.matcher(text.replace("TOKEN", token).replace("ROOM_ID", roomId))
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
    }

    /** As a row of a table in Markdown. */
    String documented() {
        String shown = body.isEmpty() ? "" : "`" + body + "`";
        return "| `%s %s` | %s | %d | `%s` | %s |%n".formatted(method, target, shown, status, error, appended);
    }
}
