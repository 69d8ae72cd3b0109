package livechat.cluster;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** One visitor, step by step, where chance would take too long to show a fault; all of it becomes a history. */
final class Script {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final History history;
    private final Visitor visitor;
    private final Client client;

    Script(Cluster cluster) {
        this(cluster, new History(), Visitor.arriving(), cluster::doors);
    }

    private Script(Cluster cluster, History history, Visitor visitor, Supplier<List<URI>> doors) {
        this.cluster = cluster;
        this.history = history;
        this.visitor = visitor;
        this.client = new Client(doors, history, 0);
    }

    /** Another visitor in the same history. */
    Script another() {
        return new Script(cluster, history, Visitor.arriving(), cluster::doors);
    }

    /** The same visitor, who asks this instance only. */
    Script at(Instance instance) {
        return new Script(cluster, history, visitor, () -> List.of(instance.door()));
    }

    Cluster cluster() {
        return cluster;
    }

    History history() {
        return history;
    }

    Visitor visitor() {
        return visitor;
    }

    /** A request that its client may send again under the same key, for as long as it has not seen an answer. */
    record Kept(Wish wish, String key, long invoked) {}

    /** Sends a request whose answer never reaches its client. */
    Kept lose(Wish wish) throws InterruptedException {
        Kept kept = new Kept(wish, UUID.randomUUID().toString(), System.nanoTime());
        new Client(cluster::doors, new History(), 0).ask(visitor, ask(kept), kept.invoked());
        return kept;
    }

    /** The same request once more: to its client it is still the one that began then. */
    void again(Kept kept) throws InterruptedException {
        client.ask(visitor, ask(kept), kept.invoked());
    }

    private Door.Ask ask(Kept kept) {
        return new Door.Ask(visitor.token(), kept.wish(), kept.key());
    }

    Optional<Answer> ask(Wish wish) throws InterruptedException {
        return client.ask(visitor, new Door.Ask(visitor.token(), wish, null), System.nanoTime())
                .map(Operation::answer);
    }

    /** With a key: through the log even if it changes nothing, so that all that is on the log before is folded. */
    void askTheLog(Wish wish) throws InterruptedException {
        again(new Kept(wish, UUID.randomUUID().toString(), System.nanoTime()));
    }

    /** The visitor's room, and at least one client knows of it. */
    String room() throws InterruptedException {
        ask(new Wish.Look());
        return lastSeen();
    }

    /** The room that a client was told of last. */
    String lastSeen() {
        String roomId = visitor.lastSeen();
        if (roomId == null) {
            throw new AssertionError("nobody was told of a room");
        }
        return roomId;
    }

    /** Whoever looks at an instance, and is answered by nobody else. */
    void lookAt(Instance instance) throws InterruptedException {
        lookAll(List.of(this), instance, 1, () -> {});
    }

    /** Many clients at once look at one instance that may stand still; runs what is to happen when all have asked. */
    static void lookAll(List<Script> visitors, Instance instance, int clients, Runnable then)
            throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(visitors.size() * clients);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                visitors.forEach(visitor -> threads.execute(() -> visitor.lookAt(instance.door(), asked)));
            }
            asked.await();
            then.run();
        }
    }

    /** Whether somebody answered who was sure. */
    private boolean lookAt(URI door, CountDownLatch asked) {
        Door.Ask look = new Door.Ask(visitor.token(), new Wish.Look(), null);
        long invoked = System.nanoTime();
        if (!(Door.ask(door, look, PATIENCE, asked::countDown) instanceof Door.End.Answered answered)
                || answered.flagged()) {
            return false;
        }
        history.add(new Operation(visitor.token(), look.wish(), answered.answer(), invoked, System.nanoTime()));
        return true;
    }
}
