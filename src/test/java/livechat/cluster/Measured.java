package livechat.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What clients noticed of a fault, once or several times. */
record Measured(int calls, int failed, int refused, int flagged, int violations, Waits waits, List<Long> seeds) {

    /** The longest of each kind. */
    record Waits(Duration all, Duration creates, Duration existing) {

        Waits worst(Waits other) {
            return new Waits(longer(all, other.all), longer(creates, other.creates), longer(existing, other.existing));
        }

        private static Duration longer(Duration a, Duration b) {
            return a.compareTo(b) > 0 ? a : b;
        }
    }

    static Measured of(History history, long seed) {
        Waits waits = new Waits(
                history.longest(_ -> true),
                history.longest(call -> call.kind() == Call.Kind.CREATED),
                history.longest(call -> call.kind() == Call.Kind.FOUND));
        return new Measured(
                history.calls(), history.failed(), history.refused(), history.flagged(), 0, waits, List.of(seed));
    }

    Measured withViolations(int found) {
        return new Measured(calls, failed, refused, flagged, found, waits, seeds);
    }

    /** Sums of what is counted, and the worst of what is waited for. */
    Measured and(Measured other) {
        return new Measured(
                calls + other.calls,
                failed + other.failed,
                refused + other.refused,
                flagged + other.flagged,
                violations + other.violations,
                waits.worst(other.waits),
                Stream.concat(seeds.stream(), other.seeds.stream()).toList());
    }

    String markdown(String fault) {
        String times = Stream.of(waits.all(), waits.creates(), waits.existing())
                .map(wait -> String.format(Locale.ROOT, "%.2f s", wait.toMillis() / 1000.0))
                .collect(Collectors.joining(" | "));
        String all = seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "| %s | %d | %d | %d | %d | %s | %d | %d | %s |%n"
                .formatted(fault, seeds.size(), calls, failed, refused, times, flagged, violations, all);
    }
}
