package livechat.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import livechat.log.Ids;
import livechat.log.LogClock;
import livechat.room.Agent;
import livechat.room.Asked;
import livechat.room.CloseRequested;
import livechat.room.Department;
import livechat.room.LogKey;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomRequested;
import livechat.room.Source;
import livechat.room.Token;
import livechat.room.UnknownToken;
import org.jspecify.annotations.Nullable;

/** Settles what is uncertain before a request is written: ids, times, where it comes from, who is there. */
final class Edge {

    private static final String KEY = "Idempotency-Key";

    private final Ids ids;
    private final Clock clock;
    private final LogClock logClock;
    private final Platform platform;

    Edge(Ids ids, Clock clock, LogClock logClock, Platform platform) {
        this.ids = ids;
        this.clock = clock;
        this.logClock = logClock;
        this.platform = platform;
    }

    /**
     * What the platform has settled.
     *
     * @param agents those who are available, by id
     * @param departments those that are enabled, by id
     */
    record Platform(
            Function<String, Optional<Agent>> agents,
            Function<String, Optional<Department>> departments,
            UnknownToken unknownToken) {}

    /** Whoever names a request does so to ask again: it may have been appended before, so no read can answer it. */
    static boolean mayBeOnTheLog(HttpServletRequest request) {
        return request.getHeader(KEY) != null;
    }

    Asked room(RoomQuery query, HttpServletRequest request) {
        Token token = query.token();
        return asked(
                new RoomRequested(
                        token,
                        ids.roomId(token),
                        ids.visitorId(token),
                        Optional.of(source(request)),
                        query.agentId().flatMap(platform.agents()),
                        platform.unknownToken()),
                request);
    }

    Asked close(CloseRequested close, HttpServletRequest request) {
        return asked(close, request);
    }

    Asked registration(VisitorForm.Guest guest, HttpServletRequest request) {
        Optional<Department> department = guest.departmentId().map(this::department);
        return asked(guest.registration(ids.visitorId(guest.knownBy()), department), request);
    }

    private Department department(String id) {
        return platform.departments().apply(id).orElseThrow(() -> BadRequest.of("error-invalid-department"));
    }

    private Asked asked(Request asked, HttpServletRequest request) {
        return new Asked(
                requestId(asked.key(), request.getHeader(KEY)),
                clock.instant(),
                logClock.deadline(),
                Optional.ofNullable(request.getHeader("traceparent")),
                asked);
    }

    private RequestId requestId(LogKey whose, @Nullable String key) {
        if (key == null) {
            return ids.requestId();
        }
        if (!RequestId.isWellFormed(key)) {
            throw BadRequest.of("invalid-idempotency-key");
        }
        return RequestId.of(whose, key);
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
