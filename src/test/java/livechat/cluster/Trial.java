package livechat.cluster;

import java.util.ArrayList;
import java.util.List;

/** A crowd at work while something happens to the cluster, and what became of both. */
record Trial(Measured measured, List<String> broken) {

    /** How long a call takes is the machine's affair too; what it is answered is not. */
    private static final boolean STRICT = Boolean.getBoolean("livechat.cluster.strict");

    /** Whoever looks for the cause needs a few examples, and no more. */
    private static final int SHOWN = 12;

    /** What happens meanwhile. */
    interface Event {
        void happen(Crowd crowd) throws Exception;
    }

    /** Returns when all is over and checked. */
    static Trial of(Cluster cluster, long seed, Event event) throws Exception {
        History history = new History();
        try (Crowd crowd = new Crowd(cluster::doors, history, seed)) {
            event.happen(crowd);
        }
        Measured clients = Measured.of(history, seed);
        List<String> broken = new ArrayList<>(Checker.violations(cluster, history));
        Measured measured = clients.withViolations(broken.size());
        if (STRICT && clients.failed() > 0) {
            broken.add(clients.failed() + " calls were not answered within " + Client.PATIENCE);
            broken.addAll(history.failures());
        }
        return new Trial(measured, broken.stream().limit(SHOWN).toList());
    }
}
