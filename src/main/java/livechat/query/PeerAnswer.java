package livechat.query;

import java.net.http.HttpHeaders;

/** What came of asking another instance. */
public sealed interface PeerAnswer {

    /** It has answered, whatever it said. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Given(int status, HttpHeaders headers, byte[] body) implements PeerAnswer {}

    /**
     * Nothing came.
     *
     * @param mayHaveHeard whether the request was sent: then it may be on the log
     */
    record Silence(boolean mayHaveHeard) implements PeerAnswer {}
}
