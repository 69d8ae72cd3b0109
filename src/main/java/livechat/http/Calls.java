package livechat.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToIntFunction;
import livechat.query.Moved;
import livechat.query.RoomsUnavailable;
import livechat.query.Route;
import livechat.query.Routes;
import livechat.room.LogKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;

/** Brings each call to the instance that can answer it: this one, or by one hop another. Only the first one asks again. */
final class Calls {

    /** A partition without an owner gets one within seconds. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Edge edge;
    private final Routes routes;
    private final ToIntFunction<LogKey> partitions;
    private final Forwarding forwarding;

    Calls(Edge edge, Routes routes, ToIntFunction<LogKey> partitions, Forwarding forwarding) {
        this.edge = edge;
        this.routes = routes;
        this.partitions = partitions;
        this.forwarding = forwarding;
    }

    /** How an instance answers that has what it needs. */
    interface Local {
        /**
         * The answer.
         *
         * @throws Moved when it has not, or no longer
         */
        ResponseEntity<?> answer(Call call);
    }

    /**
     * Answers a visitor's call.
     *
     * @throws Moved to another instance that has asked for what is not here
     * @throws RoomsUnavailable when nobody answered in time
     */
    ResponseEntity<?> answer(ServletWebRequest exchange, LogKey whose, Local local) throws IOException {
        Call call = edge.call(exchange, whose);
        if (call.hop() != Hop.NONE) {
            return local.answer(call);
        }
        Optional<ResponseEntity<?>> answer = Optional.empty();
        while (answer.isEmpty() && !call.patience().isOver()) {
            answer = answerOnce(call, local);
        }
        return answer.orElseThrow(
                () -> new RoomsUnavailable("nobody who has the visitor's partition answered in time"));
    }

    private Optional<ResponseEntity<?>> answerOnce(Call call, Local local) throws IOException {
        int partition = partitions.applyAsInt(call.identity().whose());
        Optional<ResponseEntity<?>> answer = switch (routes.owner(partition)) {
            case Route.Here _ -> here(call, local);
            case Route.Peer peer -> forwarding.ask(peer, call);
            case Route.Nowhere _ -> Optional.empty();
        };
        if (answer.isEmpty() && !call.identity().byClient()) {
            answer = byStandby(call.toStandby(), local, partition);
        }
        if (answer.isEmpty()) {
            call.patience().rest(PAUSE);
        }
        return answer;
    }

    private Optional<ResponseEntity<?>> here(Call call, Local local) {
        try {
            return Optional.of(local.answer(call));
        } catch (Moved moved) {
            if (moved.mayBeOnTheLog()) {
                call.wasSent();
            }
            return Optional.empty();
        }
    }

    /** While the owner is silent: whoever keeps the client's key wants to know exactly, so not for those. */
    private Optional<ResponseEntity<?>> byStandby(Call call, Local local, int partition) throws IOException {
        Optional<ResponseEntity<?>> answer = here(call, local);
        for (Route.Peer peer : routes.copies(partition)) {
            answer = answer.isPresent() ? answer : forwarding.ask(peer, call);
        }
        return answer;
    }
}
