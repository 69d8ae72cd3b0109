package livechat.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import livechat.log.Ids;
import livechat.log.LogClock;
import livechat.room.Asked;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomRequested;
import livechat.room.Source;
import livechat.room.Token;
import org.jspecify.annotations.Nullable;

/** Settles what is uncertain before a request is written: ids, times, where it comes from. */
final class Edge {

    private static final String KEY = "Idempotency-Key";

    private final Ids ids;
    private final Clock clock;
    private final LogClock logClock;

    Edge(Ids ids, Clock clock, LogClock logClock) {
        this.ids = ids;
        this.clock = clock;
        this.logClock = logClock;
    }

    /** Whoever names a request does so to ask again: it may have been appended before, so no read can answer it. */
    static boolean mayBeOnTheLog(HttpServletRequest request) {
        return request.getHeader(KEY) != null;
    }

    Asked roomRequest(Token token, HttpServletRequest request) {
        RoomRequested wanted =
                new RoomRequested(token, ids.roomId(token), ids.visitorId(token), Optional.of(source(request)));
        return asked(wanted, request);
    }

    Asked closeRequest(CloseForm form, HttpServletRequest request) {
        return asked(form.request(), request);
    }

    private Asked asked(Request asked, HttpServletRequest request) {
        return new Asked(
                requestId(asked.token(), request.getHeader(KEY)),
                clock.instant(),
                logClock.deadline(),
                Optional.ofNullable(request.getHeader("traceparent")),
                asked);
    }

    private RequestId requestId(Token token, @Nullable String key) {
        if (key == null) {
            return ids.requestId();
        }
        if (!RequestId.isWellFormed(key)) {
            throw BadRequest.of("invalid-idempotency-key");
        }
        return RequestId.of(token, key);
    }

    /** Upstream's widget shows itself by two cookies. */
    private static Source source(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        Map<String, String> values = Stream.of(cookies == null ? new Cookie[0] : cookies)
                .collect(Collectors.toMap(Cookie::getName, Cookie::getValue, (first, _) -> first));
        boolean widget = "l".equals(values.get("rc_room_type")) && "t".equals(values.get("rc_is_widget"));
        return widget ? Source.WIDGET : Source.API;
    }
}
