package livechat.cluster;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A visitor's client: refused or cut, it goes to the next instance and asks again, under the same key if it has one. */
final class Client {

    /** If nobody has answered by then, the call has failed. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** For one instance: one that stands still would use up all the patience there is. */
    private static final Duration PATIENCE_WITH_ONE = Duration.ofSeconds(4);

    /** When everybody has refused, there is no use in asking them again at once. */
    private static final long PAUSE_MILLIS = 50;

    private final Supplier<List<URI>> doors;
    private final History history;
    private final CountDownLatch never = new CountDownLatch(1);
    private int next;

    Client(Supplier<List<URI>> doors, History history, int first) {
        this.doors = doors;
        this.history = history;
        this.next = first;
    }

    void call(Visitor visitor, Wish wish, boolean withKey) throws InterruptedException {
        String key = withKey && wish.isAppended() ? UUID.randomUUID().toString() : null;
        Tries tries = new Tries(visitor, new Door.Ask(visitor.token(), wish, key), System.nanoTime());
        history.add(tries.run());
    }

    /**
     * The same without counting it as a call; empty if nobody could answer for sure.
     *
     * @param invoked when a request under this key was sent first
     */
    Optional<Operation> ask(Visitor visitor, Door.Ask ask, long invoked) throws InterruptedException {
        Tries tries = new Tries(visitor, ask, invoked);
        tries.run();
        return Optional.ofNullable(tries.answered);
    }

    private URI door() {
        List<URI> all = doors.get();
        return all.get(next % all.size());
    }

    /** All tries of one call. Without a key or an id each is an operation of its own, and may have happened. */
    private final class Tries {

        /** Until a room is committed, and standbys have it; before, only who folds the log again knows of it. */
        private static final Duration SETTLED = Duration.ofSeconds(2);

        private final Visitor visitor;
        private final Door.Ask ask;
        private final long first;
        private final long start = System.nanoTime();
        private final @Nullable String readable;
        private int refused;
        private int tries;
        private final StringBuilder told = new StringBuilder();
        private boolean doubtful;
        private @Nullable Operation answered;

        Tries(Visitor visitor, Door.Ask ask, long first) {
            this.visitor = visitor;
            this.ask = ask;
            this.first = first;
            this.readable = ask.key() == null ? visitor.settled(SETTLED) : null;
        }

        Call run() throws InterruptedException {
            while (!left().isNegative()) {
                long invoked = ask.isOne() ? first : System.nanoTime();
                Door.End end = Door.ask(door(), ask, shorter(left(), PATIENCE_WITH_ONE));
                told.append(" %d ms %d %s".formatted(waited().toMillis(), door().getPort(), end));
                switch (end) {
                    case Door.End.Answered answered -> {
                        return done(answered, invoked);
                    }
                    case Door.End.NotNow _ -> {
                        refused++;
                        doubt(invoked);
                    }
                    case Door.End.Cut _ -> doubt(invoked);
                    case Door.End.Nobody _ -> {
                        // As if never asked.
                    }
                    case Door.End.Strange strange -> {
                        history.addStrange(strange.what());
                        doubt(invoked);
                    }
                }
                goOn();
            }
            return failed();
        }

        private Duration left() {
            return PATIENCE.minus(waited());
        }

        private Duration waited() {
            return Duration.ofNanos(System.nanoTime() - start);
        }

        private void doubt(long invoked) {
            doubtful = true;
            if (ask.key() == null && ask.wish().canChange()) {
                history.add(Operation.unknown(ask.token(), ask.wish(), invoked));
            }
        }

        /** What was answered from an old copy may be on the log all the same. */
        private void doubtAnyway(long invoked) {
            if (ask.wish().canChange()) {
                history.add(Operation.unknown(ask.token(), ask.wish(), invoked));
            }
        }

        private void goOn() throws InterruptedException {
            next++;
            if (++tries % doors.get().size() == 0) {
                never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        }

        private Call done(Door.End.Answered end, long invoked) {
            Operation operation = new Operation(ask.token(), ask.wish(), end.answer(), invoked, System.nanoTime());
            if (end.flagged()) {
                history.addFlagged(operation);
                doubtAnyway(invoked);
            } else {
                history.add(operation);
                answered = operation;
                visitor.saw(end.answer());
            }
            return new Call(Call.Kind.of(end.answer(), readable), waited(), refused);
        }

        private Call failed() {
            history.addFailure(ask.wish() + (ask.key() == null ? "" : " with a key") + ":" + told);
            if (ask.key() != null && doubtful) {
                history.add(Operation.unknown(ask.token(), ask.wish(), first));
            }
            return new Call(Call.Kind.FAILED, waited(), refused);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
