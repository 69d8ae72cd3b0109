package livechat.log;

import java.util.Map;

/** What the cluster shows of a topic; a type, because "not there" and "not allowed to look" ask for different answers. */
sealed interface TopicThere {

    record Absent() implements TopicThere {}

    record Hidden(String why) implements TopicThere {}

    record Present(int partitions, Map<String, String> config) implements TopicThere {
        public Present {
            config = Map.copyOf(config);
        }
    }
}
