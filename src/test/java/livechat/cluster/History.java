package livechat.cluster;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All that the clients asked and were told, and how long it took; many write it at once. */
final class History {

    private final long startMillis = System.currentTimeMillis();
    private final long startNanos = System.nanoTime();
    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final Queue<Operation> flagged = new ConcurrentLinkedQueue<>();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<String> strange = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();

    void add(Operation operation) {
        operations.add(operation);
    }

    /** An answer that says of itself that it may be behind: counted, and believed by nobody. */
    void addFlagged(Operation operation) {
        flagged.add(operation);
    }

    void add(Call call) {
        calls.add(call);
        if (!call.isFailed()) {
            answered.incrementAndGet();
        }
    }

    /** How a call came to nothing, try by try. */
    void addFailure(String tries) {
        failures.add(tries);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Something that no client may ever see. */
    void addStrange(String what) {
        strange.add(what);
    }

    int answered() {
        return answered.get();
    }

    /** Each visitor's operations in the order in which they were asked. */
    Map<String, List<Operation>> byToken() {
        return operations.stream()
                .sorted(Comparator.comparingLong(Operation::invoked))
                .collect(Collectors.groupingBy(Operation::token));
    }

    /** The wall clock's time of a moment, as the brokers on this machine stamp it. */
    long millis(long nanos) {
        return startMillis + (nanos - startNanos) / 1_000_000;
    }

    long start() {
        return startNanos;
    }

    List<String> strange() {
        return List.copyOf(strange);
    }

    int calls() {
        return calls.size();
    }

    int flagged() {
        return flagged.size();
    }

    int failed() {
        return (int) calls.stream().filter(Call::isFailed).count();
    }

    int refused() {
        return calls.stream().mapToInt(Call::refused).sum();
    }

    Duration longest(Predicate<Call> which) {
        return calls.stream()
                .filter(which)
                .map(Call::waited)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
