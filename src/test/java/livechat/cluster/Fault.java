package livechat.cluster;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.SplittableRandom;

/** What is done to a cluster while clients are busy, and how it is put right again. */
enum Fault {
    NONE("none") {
        @Override
        void happen(Cluster cluster, Crowd crowd, SplittableRandom random) {
            crowd.awaitAnswers(ENOUGH);
        }
    },
    KILL("kill -9 of an instance") {
        @Override
        void happen(Cluster cluster, Crowd crowd, SplittableRandom random) {
            Instance victim = any(cluster, random);
            victim.kill();
            crowd.awaitAnswers(LONG_ENOUGH);
            victim.start().awaitReady();
        }
    },
    ROLLING_RESTART("SIGTERM, rolling restart of all") {
        @Override
        void happen(Cluster cluster, Crowd crowd, SplittableRandom random) {
            for (Instance instance : cluster.running()) {
                instance.terminate();
                instance.start().awaitReady();
                crowd.awaitAnswers(ENOUGH);
            }
        }
    },
    PAUSE("SIGSTOP for 8 s, then SIGCONT") {
        @Override
        void happen(Cluster cluster, Crowd crowd, SplittableRandom random) {
            Instance victim = any(cluster, random);
            victim.pause();
            letPass(PAUSED);
            victim.resume();
        }
    },
    CUT("cut off from the brokers for 10 s") {
        @Override
        void happen(Cluster cluster, Crowd crowd, SplittableRandom random) {
            Instance victim = any(cluster, random);
            victim.cutOff();
            letPass(CUT_OFF);
            victim.reconnect();
        }
    },
    DELAY("every piece of data between an instance and the brokers 20 ms late for 8 s") {
        @Override
        void happen(Cluster cluster, Crowd crowd, SplittableRandom random) {
            Instance victim = any(cluster, random);
            victim.delay(Duration.ofMillis(20));
            letPass(PAUSED);
            victim.delay(Duration.ZERO);
        }
    },
    BROKER_KILL("kill -9 of one broker") {
        @Override
        void happen(Cluster cluster, Crowd crowd, SplittableRandom random) {
            Broker victim = cluster.broker(random.nextInt(cluster.brokers()));
            victim.kill();
            crowd.awaitAnswers(LONG_ENOUGH);
            victim.start().awaitReady();
            cluster.awaitReplicated();
        }
    },
    ADD("instance added") {
        @Override
        void happen(Cluster cluster, Crowd crowd, SplittableRandom random) {
            int before = cluster.running().size();
            Instance added = cluster.spare().start().awaitReady();
            await().atMost(MOVED).until(() -> cluster.owners() > before);
            crowd.awaitAnswers(ENOUGH);
            added.terminate();
        }
    };

    /** Some seconds of the crowd's work: what was under way has ended, and something new has begun. */
    private static final int ENOUGH = 300;

    /** Longer than a session takes to expire. */
    private static final int LONG_ENOUGH = 1500;

    /** Twice as long as an instance that has copied its state waits for its partitions, and a while to copy it. */
    private static final Duration MOVED = Duration.ofSeconds(150);

    private static final Duration PAUSED = Duration.ofSeconds(8);
    private static final Duration CUT_OFF = Duration.ofSeconds(10);

    private final String title;

    Fault(String title) {
        this.title = title;
    }

    abstract void happen(Cluster cluster, Crowd crowd, SplittableRandom random);

    /** With something of the crowd's work before and after. */
    void strike(Cluster cluster, Crowd crowd, SplittableRandom random) {
        crowd.awaitAnswers(ENOUGH);
        happen(cluster, crowd, random);
        crowd.awaitAnswers(ENOUGH);
    }

    String title() {
        return title;
    }

    private static Instance any(Cluster cluster, SplittableRandom random) {
        return cluster.running().get(random.nextInt(cluster.running().size()));
    }

    /** These faults are defined by how long they last. */
    private static void letPass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        await().atMost(time.plusSeconds(10)).until(() -> System.nanoTime() >= end);
    }
}
