package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** Whether a request comes from another instance, and what that wants; the headers can only restrict what a client may. */
enum Hop {
    /** From a client. */
    NONE(""),
    /** Whoever decides for the partition shall answer, and nobody else. */
    OWNER("1"),
    /** A copy shall answer, as well as it can. */
    STANDBY("standby");

    static final String HEADER = "X-Livechat-Hop";

    /** The log time after which the request is void, the same wherever and however often it is asked. */
    static final String DEADLINE = "X-Livechat-Deadline";

    /** With a request: it is not on the log yet, although it has a key. With a refusal: it still is not. */
    static final String NEW = "X-Livechat-New";

    /** With the answer: what the brokers' clock shows. An instance that only passes calls on learns it from nowhere else. */
    static final String LOG_TIME = "X-Livechat-Log-Time";

    private final String word;

    Hop(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Hop of(HttpServletRequest request) {
        String said = Optional.ofNullable(request.getHeader(HEADER)).orElse(NONE.word);
        return Arrays.stream(values())
                .filter(hop -> hop.word.equals(said))
                .findFirst()
                .orElseThrow(() -> BadRequest.invalidParams("not one of ours", HEADER));
    }
}
