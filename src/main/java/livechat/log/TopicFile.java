package livechat.log;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import livechat.log.TopicThere.Absent;
import livechat.log.TopicThere.Hidden;
import livechat.log.TopicThere.Present;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * What a topic must be, as its file says, so that a topic that is something else is told apart in the words of an operator.
 *
 * @param isReference read whole by whoever needs it, so its partitions need not line up with those of the requests
 */
record TopicFile(String name, boolean isReference, int partitions, int replicas, Map<String, String> config) {

    /** What a topic cannot differ in without changing what its records mean; anything else is the operator's choice. */
    private static final List<String> HELD = List.of(CLEANUP_POLICY_CONFIG, MESSAGE_TIMESTAMP_TYPE_CONFIG);

    TopicFile {
        require(!name.isBlank(), "the topic has no name");
        require(partitions >= 1, "spec.partitions is %d, at least 1 is needed".formatted(partitions));
        require(
                replicas >= 1 && replicas <= Short.MAX_VALUE,
                "spec.replicas is %d, 1 to %d are possible".formatted(replicas, Short.MAX_VALUE));
        config = Map.copyOf(config);
        for (String held : HELD) {
            require(config.containsKey(held), "spec.config.%s is missing".formatted(held));
        }
        require(
                minInSync(config) <= replicas,
                "spec.config.%s is above spec.replicas: nothing could be written"
                        .formatted(MIN_IN_SYNC_REPLICAS_CONFIG));
    }

    TopicFile withPartitions(int count) {
        return new TopicFile(name, isReference, count, replicas, config);
    }

    TopicFile withReplicas(int count) {
        var lowered = new HashMap<>(config);
        lowered.computeIfPresent(
                MIN_IN_SYNC_REPLICAS_CONFIG, (key, value) -> String.valueOf(Math.min(minInSync(config), count)));
        return new TopicFile(name, isReference, partitions, count, lowered);
    }

    NewTopic newTopic() {
        return new NewTopic(name, partitions, (short) replicas).configs(config);
    }

    /** One sentence for each thing that forbids to work with what is there. */
    List<String> mismatches(TopicThere there) {
        return switch (there) {
            case Absent() -> List.of();
            case Hidden(String why) ->
                List.of("%s cannot be checked: %s; allow this service Describe and DescribeConfigs on it."
                        .formatted(name, why));
            case Present present -> mismatches(present);
        };
    }

    private List<String> mismatches(Present there) {
        var mismatches = new ArrayList<String>();
        if (there.partitions() != partitions && !isReference) {
            mismatches.add(("%s has %d partitions, %d are expected: the count is fixed for the life of a log, so set"
                            + " livechat.topics.partitions to what is there, or use an empty cluster.")
                    .formatted(name, there.partitions(), partitions));
        }
        HELD.stream()
                .filter(key -> differs(key, there))
                .map(key -> difference(key, there) + ": set it with kafka-configs.sh --alter.")
                .forEach(mismatches::add);
        return mismatches;
    }

    /** One sentence for each setting that is not as the file says and that an operator may have had a reason for. */
    List<String> liberties(TopicThere there) {
        return switch (there) {
            case Absent(), Hidden(String _) -> List.of();
            case Present present ->
                Stream.concat(
                                count(present),
                                config.keySet().stream()
                                        .filter(key -> !HELD.contains(key) && differs(key, present))
                                        .sorted()
                                        .map(key -> difference(key, present) + "."))
                        .toList();
        };
    }

    private Stream<String> count(Present there) {
        return isReference && there.partitions() != partitions
                ? Stream.of("%s has %d partitions, its file says %d.".formatted(name, there.partitions(), partitions))
                : Stream.empty();
    }

    private boolean differs(String key, Present there) {
        return !Objects.equals(config.get(key), there.config().get(key));
    }

    private String difference(String key, Present there) {
        return "%s has %s %s, %s is expected"
                .formatted(name, key, there.config().get(key), config.get(key));
    }

    private static int minInSync(Map<String, String> config) {
        return Integer.parseInt(config.getOrDefault(MIN_IN_SYNC_REPLICAS_CONFIG, "1"));
    }

    private static void require(boolean fits, String problem) {
        if (!fits) {
            throw new IllegalArgumentException(problem);
        }
    }
}
