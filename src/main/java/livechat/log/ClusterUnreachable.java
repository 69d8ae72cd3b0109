package livechat.log;

import java.io.Serial;
import java.time.Duration;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** No broker answered at start; without its log the service has nothing to say, so it ends and names what to look at. */
final class ClusterUnreachable extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    ClusterUnreachable(Duration limit, Exception cause) {
        super(
                "The Kafka cluster did not answer within %d s: %s".formatted(limit.toSeconds(), cause.getMessage()),
                cause);
    }

    ClusterUnreachable(String what, Exception cause) {
        super(what, cause);
    }

    /** Turns the failure into what an operator reads at the end of the log. */
    static final class Analyzer extends AbstractFailureAnalyzer<ClusterUnreachable> {

        @Override
        protected FailureAnalysis analyze(Throwable root, ClusterUnreachable failure) {
            return new FailureAnalysis(
                    failure.getMessage(),
                    "See that the brokers run, and that spring.kafka.bootstrap-servers and spring.kafka.security"
                            + " are those of this cluster.",
                    failure);
        }
    }
}
