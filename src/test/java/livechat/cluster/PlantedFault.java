package livechat.cluster;

import java.util.List;
import java.util.stream.Stream;

/** What a service of this kind is likely to get wrong: each is put into the source, and each has to be noticed. */
enum PlantedFault {
    AN_ID_DRAWN_IN_THE_FOLD(
            Scenario.A_ROOM_IS_CREATED,
            new Plant(
                    "room/OpenRoom.java",
                    "                wanted.roomId(),",
                    "                new RoomId(java.util.UUID.randomUUID().toString()),")),

    READS_WITHOUT_INDEX(
            Scenario.AN_OWNER_STANDS_STILL_WHILE_A_ROOM_IS_CLOSED,
            new Plant(
                    "query/ProofByOffset.java",
                    "            return Optional.of(proofs.ask(",
                    "            if (partition >= 0) {\n                return Optional.of(-1L);\n            }\n"
                            + "            return Optional.of(proofs.ask(")),

    /** Each read makes do with the answer to the question that the read before it has asked. */
    AN_INDEX_ASKED_BEFORE_THE_READ_ARRIVED(
            Scenario.AN_OWNER_STANDS_STILL_WHILE_A_ROOM_IS_CLOSED,
            new Plant("query/ReadIndex.java", "        return answer;\n    }\n", """
                            CompletableFuture<Long> before = last.put(partition, answer);
                            return before == null ? answer : before;
                        }

                        private final Map<Integer, CompletableFuture<Long>> last =
                                new java.util.concurrent.ConcurrentHashMap<>();
                    """)),

    A_DOCUMENT_KEPT_LONGER_THAN_ITS_ROW(
            Scenario.A_ROOM_IS_CLOSED_AFTER_IT_WAS_READ,
            new Plant("fold/Fold.java", "        around.applied().changed(partition, change.after().token());\n", "")),

    NO_REQUEST_ID_MEMORY(
            Scenario.A_ROOM_IS_CLOSED_BEFORE_ITS_CREATOR_ASKS_AGAIN,
            new Plant(
                    "room/Memory.java",
                    "                .filter(before -> before.id().equals(asked.id()))",
                    "                .filter(before -> false)")),

    /** Neither what became of it is recalled by its id, nor is the id taken. */
    A_MESSAGE_POSTED_TWICE(
            Scenario.A_MESSAGE_IS_POSTED_AGAIN,
            new Plant(
                    "room/Talk.java",
                    "                .filter(kept -> kept.content().equals(posted.content()))",
                    "                .filter(kept -> false)"),
            new Plant("room/Talk.java", "        return kept(posted.messageId()).isPresent()", "        return false")),

    A_RE_ASK_ANSWERED_BY_A_READ(
            Scenario.AN_ANSWER_IS_LOST,
            new Plant("http/Call.java", "        return mayBeOnTheLog;", "        return false;")),

    /** The second try has a new one, and what the first did is forgotten with the old one. */
    A_RE_ASK_WITH_A_NEW_DEADLINE(
            Scenario.A_CREATOR_ASKS_AGAIN_AFTER_THE_DEADLINE,
            Around.NOTHING,
            Around.FORGET_AT_THE_DEADLINE.plants().getFirst()),

    NO_DEADLINE(
            Scenario.A_COPY_LANDS_AFTER_THE_DEADLINE,
            Around.FORGET_AT_THE_DEADLINE,
            new Plant("room/Landed.java", "return at.time().isAfter(asked.deadline());", "return false;")),

    /** Where it is not noticed that it is wrong. */
    A_WRONG_PARTITION(
            Scenario.A_ROOM_IS_CREATED,
            Around.NOTHING,
            new Plant(
                    "log/RequestCodec.java",
                    "Topics.REQUESTS.name(), partitions.of(key),",
                    "Topics.REQUESTS.name(), (partitions.of(key) + 1) % partitions.count(),"),
            new Plant("log/RequestCodec.java", "        checkPartition(token, at);\n", "")),

    /** The visitor's row is in the store and was never sent. */
    A_DROPPED_CHANGELOG_RECORD(
            Scenario.AN_INSTANCE_IS_KILLED,
            new Plant("store/RowWriter.java", "        store.putAll(batch);", "        unlogged(store).putAll(batch);"),
            new Plant("store/RowWriter.java", "    private void put(", """
                        @SuppressWarnings("unchecked")
                        private static KeyValueStore<Bytes, byte[]> unlogged(Object store) {
                            while (store instanceof org.apache.kafka.streams.state.internals.WrappedStateStore<?, ?, ?> outer) {
                                store = outer.wrapped();
                            }
                            return (KeyValueStore<Bytes, byte[]>) store;
                        }

                        private void put(""")),

    A_LEASE_LONGER_THAN_THE_SESSION(
            Scenario.AN_OWNER_STANDS_STILL_WHILE_A_ROOM_IS_CLOSED,
            Around.LEASE,
            new Plant("store/Membership.java", "time.toNanos() / 4 * 3", "time.toNanos() * 10")),

    A_LEASE_RENEWED_BY_WHAT_IS_ONLY_SENT(
            Scenario.AN_OWNER_IS_CUT_OFF_WHILE_A_ROOM_IS_CLOSED,
            Around.LEASE,
            new Plant(
                    "fold/LeasedConsumer.java",
                    "        Runnable confirmed = membership.renews();",
                    "        Runnable confirmed = membership.renews();\n        confirmed.run();"));

    private final Scenario scenario;
    private final Around around;
    private final List<Plant> plants;

    PlantedFault(Scenario scenario, Plant... plants) {
        this(scenario, Around.NOTHING, plants);
    }

    PlantedFault(Scenario scenario, Around around, Plant... plants) {
        this.scenario = scenario;
        this.around = around;
        this.plants = List.of(plants);
    }

    Scenario scenario() {
        return scenario;
    }

    Around around() {
        return around;
    }

    /** A service with the fault. */
    Around service() {
        return new Around(
                around.settings(),
                Stream.concat(around.plants().stream(), plants.stream()).toList());
    }
}
