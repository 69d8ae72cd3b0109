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
                    "query/Rooms.java",
                    "            return Optional.of(proofs.ask(",
                    "            if (partition >= 0) {\n                return Optional.of(-1L);\n            }\n"
                            + "            return Optional.of(proofs.ask(")),

    /** Each read makes do with the answer to the question that the read before it has asked. */
    AN_INDEX_ASKED_BEFORE_THE_READ_ARRIVED(
            Scenario.AN_OWNER_STANDS_STILL_WHILE_A_ROOM_IS_CLOSED,
            new Plant("query/ReadIndex.java", "        takeTurn(false);\n        return answer;\n    }\n", """
                            takeTurn(false);
                            CompletableFuture<Long> before = last.put(partition, answer);
                            return before == null ? answer : before;
                        }

                        private final Map<Integer, CompletableFuture<Long>> last =
                                new java.util.concurrent.ConcurrentHashMap<>();
                    """)),

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
    A_RE_ASK_WITH_A_NEW_DEADLINE(Scenario.A_CREATOR_ASKS_AGAIN_AFTER_THE_DEADLINE, Plants.FORGET_AT_THE_DEADLINE),

    /** So that nobody has to wait a minute, what was asked for is forgotten at its deadline here, fault or not. */
    NO_DEADLINE(
            Scenario.A_COPY_LANDS_AFTER_THE_DEADLINE,
            List.of(Plants.FORGET_AT_THE_DEADLINE),
            new Plant("room/Landed.java", "return at.time().isAfter(asked.deadline());", "return false;")),

    /** Where it is not noticed that it is wrong. */
    A_WRONG_PARTITION(
            Scenario.A_ROOM_IS_CREATED,
            List.of(),
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

                        private void put("""));

    private final Scenario scenario;
    private final List<Plant> around;
    private final List<Plant> plants;

    PlantedFault(Scenario scenario, Plant... plants) {
        this(scenario, List.of(), plants);
    }

    /**
     * A fault and the scenario that shows it.
     *
     * @param around what is changed in the sound service, too, that it is compared with
     */
    PlantedFault(Scenario scenario, List<Plant> around, Plant... plants) {
        this.scenario = scenario;
        this.around = around;
        this.plants = List.of(plants);
    }

    /** What several of them need. */
    private static final class Plants {

        static final Plant FORGET_AT_THE_DEADLINE =
                new Plant("room/Memory.java", "GRACE = Duration.ofSeconds(60)", "GRACE = Duration.ofSeconds(0)");
    }

    Scenario scenario() {
        return scenario;
    }

    List<Plant> around() {
        return around;
    }

    List<Plant> all() {
        return Stream.concat(around.stream(), plants.stream()).toList();
    }
}
