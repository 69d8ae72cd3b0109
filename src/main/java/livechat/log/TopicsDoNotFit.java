package livechat.log;

import java.io.Serial;
import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names all that is wrong with the topics at once, so that an operator mends it in one go and not start by start. */
final class TopicsDoNotFit extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    TopicsDoNotFit(List<String> problems) {
        super("The topics of the cluster do not fit:\n- " + String.join("\n- ", problems));
    }

    /** Turns the failure into what an operator reads at the end of the log. */
    static final class Analyzer extends AbstractFailureAnalyzer<TopicsDoNotFit> {

        @Override
        protected FailureAnalysis analyze(Throwable root, TopicsDoNotFit failure) {
            return new FailureAnalysis(
                    failure.getMessage(),
                    "Mend each point as it says and start again; nothing that was there has been changed.",
                    failure);
        }
    }
}
