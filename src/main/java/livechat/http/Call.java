package livechat.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import livechat.query.Patience;
import livechat.query.ReadBy;
import livechat.room.LogKey;
import livechat.room.RequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.ServletWebRequest;

/** One call about one visitor: who it is wherever it is asked, until when it may take, and which way it was answered. */
final class Call {

    static final String KEY = "Idempotency-Key";

    /** API: which way the answer came. */
    static final String ROOM_READ = "X-Room-Read";

    private final ServletWebRequest exchange;
    private final Identity identity;
    private final Hop hop;
    private final Patience patience;
    private @Nullable String key;
    private boolean mayBeOnTheLog;

    /**
     * What stays the same however often the call is asked.
     *
     * @param key gives a name to the request among those of the same visitor or room: the client's, or a new one
     * @param byClient whether the client has chosen the key, to ask again with it: so it wants to know exactly
     * @param deadline log time
     */
    record Identity(LogKey whose, Supplier<String> key, boolean byClient, Instant deadline) {}

    Call(ServletWebRequest exchange, Identity identity, Hop hop, Patience patience) {
        this.exchange = exchange;
        this.identity = identity;
        this.hop = hop;
        this.patience = patience;
        this.mayBeOnTheLog = identity.byClient();
    }

    /** The same call, put to a copy that may be behind. */
    Call toStandby() {
        Call call = new Call(exchange, identity, Hop.STANDBY, patience);
        call.key = key;
        call.mayBeOnTheLog = mayBeOnTheLog;
        return call;
    }

    HttpServletRequest request() {
        return exchange.getRequest();
    }

    Identity identity() {
        return identity;
    }

    RequestId requestId() {
        return RequestId.of(identity.whose(), key());
    }

    /** Drawn when it is first needed, since most calls only read, and the same from then on. */
    String key() {
        if (key == null) {
            key = identity.key().get();
        }
        return key;
    }

    Hop hop() {
        return hop;
    }

    Patience patience() {
        return patience;
    }

    /** Then no read can answer it, unless the answer is flagged. */
    boolean mayBeOnTheLog() {
        return mayBeOnTheLog;
    }

    void wasSent() {
        mayBeOnTheLog = true;
    }

    /** Also on refusals: whoever throws one has said before how it knows. */
    void answeredBy(ReadBy way) {
        Objects.requireNonNull(exchange.getResponse()).setHeader(ROOM_READ, way.word());
    }
}
