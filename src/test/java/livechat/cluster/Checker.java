package livechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import livechat.guarantees.EachEventOnce;
import livechat.guarantees.TopicReader;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/** Holds a history against the promises, and against the log that came of it; what is broken is told in words. */
final class Checker {

    /** A crashed instance's transaction is aborted, its partitions move, and the next one publishes: some ten seconds. */
    private static final Duration PUBLISHED = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final History history;
    private final TopicReader topics;
    private final List<String> violations = new ArrayList<>();

    private Checker(Cluster cluster, History history) {
        this.cluster = cluster;
        this.history = history;
        this.topics = cluster.topics();
    }

    /** Asks each visitor's room once more, and then looks at everything; nobody else may be asking any more. */
    static List<String> violations(Cluster cluster, History history) throws InterruptedException {
        Checker checker = new Checker(cluster, history);
        checker.check();
        return checker.violations;
    }

    /** Whatever is wrong already need not be waited for. */
    private void check() throws InterruptedException {
        Set<String> tokens = history.byToken().keySet();
        violations.addAll(history.strange());
        checkHistory(fold(tokens));
        if (violations.isEmpty()) {
            FoldedLog before = awaitPublished(tokens);
            Map<String, Operation> last = look(tokens);
            FoldedLog log = fold(tokens);
            checkHistory(log);
            last.forEach((token, look) -> checkStore(look, before.steps(token), log.steps(token)));
            checkEvents();
            checkMessages(log);
        }
    }

    private void checkHistory(FoldedLog log) {
        history.byToken().forEach((token, operations) -> check(operations, log.steps(token)));
    }

    /** What landed on the log meanwhile may be in the store, or not yet. */
    private void checkStore(Operation look, List<Step> before, List<Step> after) {
        if (before.equals(after) && !after.getLast().explains(look)) {
            report("the store is not what the log says", List.of(look), after);
        }
    }

    private void checkEvents() {
        try {
            new EachEventOnce().check(topics);
        } catch (AssertionError twice) {
            violations.add("an event was published twice: " + twice.getMessage());
        }
    }

    private void checkMessages(FoldedLog log) {
        Messages acknowledged = Messages.acknowledged(
                history.byToken().values().stream().flatMap(List::stream).toList());
        violations.addAll(acknowledged.violations("the folded log", log.messages()));
        violations.addAll(acknowledged.violations("livechat.room.events", Messages.published(topics)));
    }

    private FoldedLog fold(Set<String> tokens) {
        return FoldedLog.read(topics, cluster.partitions(), tokens);
    }

    /**
     * The rooms topic has to say what the log says: at most one room is open for each visitor, no change is
     * missing, and the messages are as many.
     */
    private FoldedLog awaitPublished(Set<String> tokens) {
        try {
            await().atMost(PUBLISHED)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertPublished(fold(tokens)));
        } catch (ConditionTimeoutException differs) {
            violations.add("livechat.rooms is not what the log says: " + differs.getMessage());
        }
        return fold(tokens);
    }

    private void assertPublished(FoldedLog log) {
        Set<String> visitors = log.visitorIds();
        Map<String, FoldedLog.Told> published = new HashMap<>();
        topics.rooms().stream()
                .filter(room -> visitors.contains(room.json().at("/v/_id").asString()))
                .forEach(room -> published.put(room.key(), told(room.json())));
        assertThat(published).isEqualTo(log.rooms());
    }

    private static FoldedLog.Told told(JsonNode room) {
        return new FoldedLog.Told(room.has("open"), room.at("/msgs").asInt());
    }

    private Map<String, Operation> look(Set<String> tokens) throws InterruptedException {
        Client client = new Client(cluster::doors, history, 0);
        Map<String, Operation> last = new HashMap<>();
        for (String token : tokens) {
            client.ask(new Visitor(token), new Door.Ask(token, new Wish.Look(), null), System.nanoTime())
                    .ifPresent(look -> last.put(token, look));
        }
        return last;
    }

    private void check(List<Operation> operations, List<Step> steps) {
        if (!Linearization.exists(operations)) {
            report("not linearizable", operations, steps);
        }
        List<Operation> missing = Witness.missing(operations, steps, history::millis);
        if (!missing.isEmpty()) {
            report("answers that the log does not explain: " + print(missing), operations, steps);
        }
    }

    private void report(String what, List<Operation> operations, List<Step> steps) {
        String log = steps.stream().filter(Step::isChange).map(Step::toString).collect(Collectors.joining("\n    "));
        violations.add("%s%n  history:%n    %s%n  changes on the log:%n    %s".formatted(what, print(operations), log));
    }

    private String print(List<Operation> operations) {
        return operations.stream()
                .map(operation -> operation.printed(history.start()))
                .collect(Collectors.joining("\n    "));
    }
}
