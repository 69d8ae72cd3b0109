package livechat.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import livechat.log.Ids;
import livechat.log.LogClock;
import livechat.query.Patience;
import livechat.room.Agent;
import livechat.room.Asked;
import livechat.room.Department;
import livechat.room.LogKey;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.room.RoomRequested;
import livechat.room.Source;
import livechat.room.Token;
import livechat.room.UnknownToken;
import org.springframework.web.context.request.ServletWebRequest;

/** Settles what is uncertain before a request is written: ids, times, where it comes from, who is there. */
final class Edge {

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

    /** A call as it came: from a client, or passed on by an instance that has settled some of it already. */
    Call call(ServletWebRequest exchange, LogKey whose) {
        HttpServletRequest request = exchange.getRequest();
        Hop hop = Hop.of(request);
        String key = request.getHeader(Call.KEY);
        if (key != null && !RequestId.isWellFormed(key)) {
            throw BadRequest.of("invalid-idempotency-key");
        }
        boolean isNew = hop != Hop.NONE && request.getHeader(Hop.NEW) != null;
        if (hop != Hop.NONE && exchange.getResponse() != null) {
            exchange.getResponse().setHeader(Hop.LOG_TIME, logClock.logTime().toString());
        }
        Instant deadline = hop == Hop.NONE ? logClock.deadline() : deadline(request);
        return new Call(
                exchange,
                new Call.Identity(
                        whose,
                        key == null ? () -> ids.requestId().value() : () -> key,
                        key != null && !isNew,
                        deadline),
                hop,
                new Patience(logClock.until(deadline)));
    }

    /** Never later than one that is settled here: whoever asks for more gets that. */
    private Instant deadline(HttpServletRequest request) {
        Instant latest = logClock.deadline();
        String said = request.getHeader(Hop.DEADLINE);
        try {
            Instant wanted = said == null ? latest : Instant.parse(said);
            return wanted.isBefore(latest) ? wanted : latest;
        } catch (DateTimeParseException malformed) {
            throw BadRequest.invalidParams("not a time", Hop.DEADLINE);
        }
    }

    Asked room(RoomQuery query, Call call) {
        Token token = query.token();
        return asked(
                new RoomRequested(
                        token,
                        ids.roomId(token),
                        ids.visitorId(token),
                        Optional.of(source(call.request())),
                        query.agentId().flatMap(platform.agents()),
                        platform.unknownToken()),
                call);
    }

    Asked registration(VisitorForm.Guest guest, Call call) {
        Optional<Department> department = guest.departmentId()
                .map(id -> department(id).orElseThrow(() -> BadRequest.of("error-invalid-department")));
        return asked(guest.registration(ids.visitorId(guest.knownBy()), department), call);
    }

    /** Empty where there is none, or it is disabled. */
    Optional<Department> department(String id) {
        return platform.departments().apply(id);
    }

    Asked asked(Request asked, Call call) {
        return new Asked(
                call.requestId(),
                clock.instant(),
                call.identity().deadline(),
                Optional.ofNullable(call.request().getHeader("traceparent")),
                asked);
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
