package livechat.query;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One question to all instances, while partitions move, instances hang and others take over. Not for use by two threads. */
final class Gathering<T> {

    /** Where partitions are is looked up as often; who had no answer is left alone as long. */
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final IntFunction<Route> owners;
    private final Everywhere.Asker<T> asker;
    private final Patience patience;
    private final SortedSet<Integer> missing;
    private final List<T> answers = new ArrayList<>();

    /** What each is being asked about: one that hangs is not asked again, but its successor is. */
    private final Map<Route, Set<Integer>> underway = new HashMap<>();

    Gathering(Set<Integer> partitions, IntFunction<Route> owners, Everywhere.Asker<T> asker, Patience patience) {
        this.missing = new TreeSet<>(partitions);
        this.owners = owners;
        this.asker = asker;
        this.patience = patience;
    }

    /** An answer, if there was one, to what was asked there. */
    private record Answer<T>(Route by, Set<Integer> asked, Optional<Part<T>> part) {}

    List<T> gather() throws InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            CompletionService<Answer<T>> asks = new ExecutorCompletionService<>(threads);
            while (!missing.isEmpty() && !patience.isOver()) {
                askWhoIsNotAskedYet(asks);
                take(asks.poll(MOMENT.toMillis(), TimeUnit.MILLISECONDS));
            }
        } finally {
            threads.shutdownNow();
        }
        if (!missing.isEmpty()) {
            throw new RoomsUnavailable("no answer about partitions " + listed(missing));
        }
        return answers;
    }

    private static String listed(Set<Integer> partitions) {
        return partitions.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void askWhoIsNotAskedYet(CompletionService<Answer<T>> asks) {
        Map<Route, Set<Integer>> places = new HashMap<>();
        missing.forEach(partition -> places.computeIfAbsent(owners.apply(partition), _ -> new TreeSet<>())
                .add(partition));
        places.forEach((route, partitions) -> {
            Set<Integer> asked = underway.computeIfAbsent(route, _ -> new HashSet<>());
            partitions.removeAll(asked);
            if (!partitions.isEmpty()) {
                asked.addAll(partitions);
                asks.submit(() -> ask(route, partitions));
            }
        });
    }

    private Answer<T> ask(Route route, Set<Integer> partitions) throws InterruptedException {
        Optional<Part<T>> part = part(route, partitions);
        if (part.filter(all -> all.partitions().equals(partitions)).isEmpty()) {
            TimeUnit.NANOSECONDS.sleep(MOMENT.toNanos());
        }
        return new Answer<>(route, partitions, part);
    }

    private Optional<Part<T>> part(Route route, Set<Integer> partitions) throws InterruptedException {
        try {
            return switch (route) {
                case Route.Here _ -> Optional.of(asker.here(partitions, patience));
                case Route.Peer peer -> Optional.of(asker.there(peer, partitions, patience));
                case Route.Nowhere _ -> Optional.empty();
            };
        } catch (IOException | RoomsUnavailable notNow) {
            return Optional.empty();
        }
    }

    private void take(@Nullable Future<Answer<T>> done) throws InterruptedException {
        if (done != null) {
            Answer<T> answer = finished(done);
            underway.getOrDefault(answer.by(), new HashSet<>()).removeAll(answer.asked());
            answer.part().filter(this::isOfUse).ifPresent(part -> {
                missing.removeAll(part.partitions());
                answers.add(part.answer());
            });
        }
    }

    private static <A> A finished(Future<A> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException bug) {
            throw bug.getCause() instanceof RuntimeException known ? known : new IllegalStateException(bug.getCause());
        }
    }

    /** Taken whole or not at all: what an answer says of two partitions cannot be told apart any more. */
    private boolean isOfUse(Part<T> part) {
        return !part.partitions().isEmpty() && missing.containsAll(part.partitions());
    }
}
