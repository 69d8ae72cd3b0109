package livechat.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One row of the calls that the description is tried with.
 *
 * @param key the Idempotency-Key that it comes with, or nothing
 * @param code what it gets; nothing where it is answered
 */
record EachCall(String method, String target, String body, String key, String code) {

    /** A key that came with something else before, whoever the call is about. */
    static final String USED = "used-for-something-else";

    static List<EachCall> all() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/openapi/each-call.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new EachCall(
                        cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip()))
                .toList();
    }

    boolean isAnswered() {
        return code.isEmpty();
    }

    String path() {
        return target.replaceFirst("\\?.*", "");
    }

    /** What can be wrong with every call. */
    Stream<EachCall> mistakes() {
        Stream<EachCall> brokenBody = body.isEmpty() ? Stream.empty() : Stream.of(with("", "{", "", "invalid-json"));
        return Stream.concat(
                brokenBody,
                Stream.of(
                        with(body.isEmpty() ? "nope=1" : "", body.isEmpty() ? "" : "{'nope':1}", "", "invalid-params"),
                        with("", body, "short", "invalid-idempotency-key"),
                        with("", body, USED, "idempotency-key-reused")));
    }

    private EachCall with(String query, String otherBody, String otherKey, String otherCode) {
        String other = query.isEmpty() ? target : target + (target.contains("?") ? "&" : "?") + query;
        return new EachCall(method, other, otherBody, otherKey, otherCode);
    }
}
