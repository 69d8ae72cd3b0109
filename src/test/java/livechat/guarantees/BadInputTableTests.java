package livechat.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table in the docs is what is tested, row by row. */
class BadInputTableTests {

    private static final String HEAD = """
            # Bad input

            What is refused, with which words, and whether it leaves anything on the request log. `TOKEN` is a visitor's token,
            `ROOM_ID` the id of a room that nobody has, `x{3}` is `xxx`. Every answer has `Cache-Control: no-store` and the body
            `{"success":false,"error":"<error>","errorType":"<error>"}`, some with `details`.

            Each row is a test; the rows are in `ROWS`, and a test compares this page with them.

            | request | body | status | error | appended |
            |---|---|---|---|---|
            """;

    @Test
    void isInTheDocs() throws IOException {
        String rows = BadInput.all().stream().map(BadInput::documented).collect(Collectors.joining());

        assertThat(Path.of("docs/bad-input.md")).hasContent(HEAD.replace("ROWS", BadInput.ROWS) + rows);
    }
}
