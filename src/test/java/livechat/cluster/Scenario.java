package livechat.cluster;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import livechat.guarantees.TopicReader;

/** The shortest stories in which a service that is wrong in one point gives an answer that shows it. */
enum Scenario {
    A_ROOM_IS_CREATED(1) {
        @Override
        void play(Script script) throws InterruptedException {
            script.ask(new Wish.Get());
            script.ask(new Wish.Look());
        }
    },
    AN_ANSWER_IS_LOST(1) {
        @Override
        void play(Script script) throws InterruptedException {
            Script.Kept get = script.lose(new Wish.Get());
            script.again(get);
        }
    },
    A_ROOM_IS_CLOSED_BEFORE_ITS_CREATOR_ASKS_AGAIN(1) {
        @Override
        void play(Script script) throws InterruptedException {
            Script.Kept get = script.lose(new Wish.Get());
            script.ask(new Wish.Close(script.room()));
            script.again(get);
        }
    },
    A_CREATOR_ASKS_AGAIN_AFTER_THE_DEADLINE(1) {
        @Override
        void play(Script script) throws InterruptedException {
            Script.Kept get = script.lose(new Wish.Get());
            String roomId = script.room();
            awaitDeadline();
            script.ask(new Wish.Close(roomId));
            script.again(get);
        }
    },
    A_COPY_LANDS_AFTER_THE_DEADLINE(1) {
        @Override
        void play(Script script) throws InterruptedException {
            Script.Kept get = script.lose(new Wish.Get());
            String roomId = script.room();
            script.again(get);
            awaitDeadline();
            script.ask(new Wish.Close(roomId));
            LogCopies.repeatSecondRequest(script.cluster(), script.visitor().token());
            script.askTheLog(new Wish.Close(roomId));
            script.ask(new Wish.Look());
        }
    },
    A_COPY_OF_WHAT_CHANGED_NOTHING_LANDS_AFTER_A_CLOSE(1) {
        @Override
        void play(Script script) throws InterruptedException {
            script.ask(new Wish.Get());
            String roomId = script.room();
            script.askTheLog(new Wish.Get());
            script.ask(new Wish.Close(roomId));
            LogCopies.repeatSecondRequest(script.cluster(), script.visitor().token());
            script.askTheLog(new Wish.Close(roomId));
            script.ask(new Wish.Look());
        }
    },
    A_MESSAGE_IS_POSTED_AGAIN(1) {
        @Override
        void play(Script script) throws InterruptedException {
            script.ask(new Wish.Get());
            Script.Kept say =
                    script.lose(new Wish.Say(script.room(), UUID.randomUUID().toString()));
            script.again(say);
        }
    },
    A_ROOM_IS_CLOSED_AFTER_IT_WAS_READ(1) {
        @Override
        void play(Script script) throws InterruptedException {
            script.ask(new Wish.Get());
            script.ask(new Wish.Get());
            script.ask(new Wish.Close(script.room()));
            script.ask(new Wish.Get());
        }
    },
    AN_INSTANCE_IS_KILLED(1) {
        @Override
        void play(Script script) throws InterruptedException {
            script.ask(new Wish.Get());
            // What is committed is not folded again.
            awaitCommitted(List.of(script));
            Instance instance = script.cluster().instance(0);
            instance.kill();
            instance.start().awaitReady();
            script.ask(new Wish.Look());
        }
    },
    AN_OWNER_STANDS_STILL_WHILE_A_ROOM_IS_CLOSED(2) {
        @Override
        void play(Script script) throws InterruptedException {
            Instance still = script.cluster().instance(0);
            // Else it may hear of what it has missed before it is asked.
            List<Script> visitors = visitorsAtOneCutOff(script, still);
            still.pause();
            closeAllAt(script.cluster().instance(1), visitors);
            Script.lookAll(visitors, still, 1, still::resume);
            Script.lookAll(visitors, still, MANY, still::reconnect);
        }
    },
    AN_OWNER_IS_CUT_OFF_WHILE_A_ROOM_IS_CLOSED(2) {
        @Override
        void play(Script script) throws InterruptedException {
            Instance alone = script.cluster().instance(0);
            List<Script> visitors = visitorsAtOneCutOff(script, alone);
            closeAllAt(script.cluster().instance(1), visitors);
            Script.lookAll(visitors, alone, 1, () -> {});
            alone.reconnect();
        }
    };

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** So that some of them are certainly on a partition of the instance that stands still. */
    private static final int VISITORS = 16;

    /** For each visitor, so that some are answered while the owner gets to know better. */
    private static final int MANY = 10;

    private final int instances;

    Scenario(int instances) {
        this.instances = instances;
    }

    abstract void play(Script script) throws InterruptedException;

    int instances() {
        return instances;
    }

    /** With a room each, and known to the instance. */
    private static List<Script> visitorsAt(Script script, Instance instance) throws InterruptedException {
        List<Script> visitors = Stream.generate(script::another).limit(VISITORS).toList();
        for (Script visitor : visitors) {
            await().atMost(LIMIT).until(() -> visitor.ask(new Wish.Get()).isPresent()); // Not flagged.
            visitor.lookAt(instance);
        }
        return visitors;
    }

    private static List<Script> visitorsAtOneCutOff(Script script, Instance instance) throws InterruptedException {
        List<Script> visitors = visitorsAt(script, instance);
        awaitCommitted(visitors); // Else its threads wait for the end of a transaction, and do nothing more.
        instance.cutOff();
        return visitors;
    }

    private static void closeAllAt(Instance instance, List<Script> visitors) throws InterruptedException {
        for (Script visitor : visitors) {
            Script there = visitor.at(instance);
            there.ask(new Wish.Close(there.room()));
        }
    }

    private static void awaitCommitted(List<Script> visitors) {
        Set<String> rooms = visitors.stream().map(Script::lastSeen).collect(Collectors.toSet());
        await().atMost(LIMIT)
                .until(() -> visitors.getFirst().cluster().topics().rooms().stream()
                        .map(TopicReader.Message::key)
                        .collect(Collectors.toSet())
                        .containsAll(rooms));
    }

    private static void awaitDeadline() {
        long end = System.nanoTime() + Service.SHORT_DEADLINE.plusSeconds(1).toNanos();
        await().atMost(LIMIT).until(() -> System.nanoTime() >= end);
    }
}
