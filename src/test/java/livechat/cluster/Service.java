package livechat.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import livechat.guarantees.ServiceProcess;

/** What runs as an instance, and with which settings besides those of its place. */
record Service(String classPath, Map<String, String> settings) {

    /** As it is, with the way to read that is asked for. */
    static final Service AS_IT_IS =
            new Service(ServiceProcess.classPath(), reads(System.getProperty("livechat.cluster.reads", "index")));

    /** For stories in which somebody has to wait for a deadline or for the end of a session. */
    static final Duration SHORT_DEADLINE = Duration.ofSeconds(4);

    static Map<String, String> reads(String way) {
        return Map.of("LIVECHAT_READS", way);
    }

    Service with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return new Service(classPath, all);
    }

    static Service inAHurry(String classPath) {
        return new Service(
                classPath,
                Map.of(
                        "LIVECHAT_REQUEST_DEADLINE", SHORT_DEADLINE.toSeconds() + "s",
                        "SPRING_KAFKA_STREAMS_PROPERTIES_MAIN_CONSUMER_HEARTBEAT_INTERVAL_MS", "500",
                        "SPRING_KAFKA_STREAMS_PROPERTIES_PRODUCER_TRANSACTION_TIMEOUT_MS", "2000"));
    }
}
