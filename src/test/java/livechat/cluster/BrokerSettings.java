package livechat.cluster;

import java.util.Properties;

/** What the brokers of the tests have in common: those that ship, made small. */
final class BrokerSettings {

    private BrokerSettings() {}

    /** How many copies have to exist before a write counts. */
    static int enough(int replicas) {
        return replicas > 1 ? replicas - 1 : 1;
    }

    static void add(Properties settings, int replicas) {
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("auto.create.topics.enable", "false");
        copies(settings, replicas);
        small(settings);
        quick(settings);
    }

    private static void copies(Properties settings, int replicas) {
        String copies = String.valueOf(replicas);
        String enough = String.valueOf(enough(replicas));
        settings.setProperty("default.replication.factor", copies);
        settings.setProperty("min.insync.replicas", enough);
        settings.setProperty("offsets.topic.replication.factor", copies);
        settings.setProperty("transaction.state.log.replication.factor", copies);
        settings.setProperty("transaction.state.log.min.isr", enough);
    }

    /** Six processes have to fit on a small machine. */
    private static void small(Properties settings) {
        settings.setProperty("offsets.topic.num.partitions", "3");
        settings.setProperty("transaction.state.log.num.partitions", "3");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(4 * 1024 * 1024));
        settings.setProperty("log.segment.bytes", String.valueOf(64 * 1024 * 1024));
    }

    private static void quick(Properties settings) {
        settings.setProperty("group.min.session.timeout.ms", "3000");
        settings.setProperty("group.initial.rebalance.delay.ms", "1000");
        // The transaction of a killed instance holds up its successor until it is aborted.
        settings.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
        // How long a killed broker's partitions have no leader; the default of 9 s is longer than a request may take.
        settings.setProperty("broker.session.timeout.ms", "2000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        // One in three was the controller as well, and only the next one begins to count that session.
        settings.setProperty("controller.quorum.fetch.timeout.ms", "1000");
        settings.setProperty("controller.quorum.election.timeout.ms", "500");
        // A new transaction waits for the end of the last one to be written, and is told to try again.
        settings.setProperty("add.partitions.to.txn.retry.backoff.max.ms", "1000");
    }
}
