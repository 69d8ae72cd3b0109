package livechat.timer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import livechat.query.OwnRows;
import livechat.room.Asked;
import livechat.room.Request;
import livechat.room.RequestId;
import livechat.store.Page;
import livechat.store.Page.Place;

/** Goes through all rows that are folded here, a few at a time, and asks the log for what is due. */
final class Sweep {

    /** A few milliseconds' work, and as many appends at once at most. */
    static final int ROWS = 200;

    /** The producer has given up by then. */
    private static final long PATIENCE_SECONDS = 30;

    private final OwnRows rows;
    private final Log log;
    private final Periods periods;
    private final Clock clock;
    private final Queue<Spot> ahead = new ArrayDeque<>();

    Sweep(OwnRows rows, Log log, Periods periods, Clock clock) {
        this.rows = rows;
        this.log = log;
        this.periods = periods;
        this.clock = clock;
    }

    /** Where requests go, and until when they count. */
    record Log(Function<Asked, CompletableFuture<Long>> append, Supplier<Instant> deadline) {}

    private record Spot(int partition, Place from) {}

    /** What was found, and where more is. */
    private record Found(List<Request> due, Optional<Place> next) {}

    /** Begins a round: what is here now. */
    void begin() {
        ahead.clear();
        rows.partitions().forEach(partition -> ahead.add(new Spot(partition, Place.START)));
    }

    /**
     * Goes on for a few rows; false when the round is over.
     *
     * @throws ExecutionException when the log did not take a request; it is due at the next round too
     * @throws TimeoutException when it did not say so
     */
    boolean step() throws InterruptedException, ExecutionException, TimeoutException {
        Spot spot = ahead.poll();
        if (spot == null) {
            return false;
        }
        Optional<Found> found = rows.ask(spot.partition(), here -> {
            Page page = here.page(spot.from(), ROWS, new Due(periods, clock.instant())::isDue);
            return new Found(Due.of(page, here).toList(), page.next());
        });
        found.flatMap(Found::next).ifPresent(next -> ahead.add(new Spot(spot.partition(), next)));
        append(found.map(Found::due).orElse(List.of()));
        return true;
    }

    private void append(List<Request> due) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<?>[] appends =
                due.stream().map(this::asked).map(log.append()).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(appends).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private Asked asked(Request request) {
        return new Asked(RequestId.of(request), clock.instant(), log.deadline().get(), Optional.empty(), request);
    }
}
