package livechat.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** All meters of ours by name; the names are API. No meter has a tag that a stranger can choose. */
public final class Meters {

    private final MeterRegistry registry;

    /** By their only tag: the registry would make the whole name anew each time. */
    private final Map<String, Counter> reads = new ConcurrentHashMap<>();

    private final Map<String, Counter> requests = new ConcurrentHashMap<>();
    private final Counter forwards;
    private final Counter appends;
    private final Counter deadLetters;
    private final Timer answers;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.forwards =
                counter("rooms.query.forwards", "requests that were passed on to another instance, tries included");
        this.appends = counter("rooms.log.appends", "requests that were appended to the log, retries included");
        this.deadLetters = counter("rooms.fold.deadletters", "records that could not be read or folded");
        this.answers = Timer.builder("rooms.query.duration")
                .description("time from a call to the outcome of its request")
                .register(registry);
    }

    /** A question was answered from a store here; the way is one of few words. */
    public void read(String by) {
        reads.computeIfAbsent(by, word -> registry.counter("rooms.query.reads", "by", word))
                .increment();
    }

    public void forwarded() {
        forwards.increment();
    }

    public void appended() {
        appends.increment();
    }

    public void answered(Duration time) {
        answers.record(time);
    }

    /** A request was folded; the outcome is changed, unchanged or a refusal's code. */
    public void folded(String outcome) {
        requests.computeIfAbsent(outcome, word -> registry.counter("rooms.fold.requests", "outcome", word))
                .increment();
    }

    public void deadLettered() {
        deadLetters.increment();
    }

    /** Dead letters since this process started. */
    public long deadLetters() {
        return (long) deadLetters.count();
    }

    public void parked(IntSupplier number) {
        Gauge.builder("rooms.query.parked", number::getAsInt)
                .description("requests whose callers wait for an outcome")
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
