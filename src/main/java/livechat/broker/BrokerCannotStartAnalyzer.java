package livechat.broker;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentence of {@link BrokerCannotStart} in place of a stack trace. */
final class BrokerCannotStartAnalyzer extends AbstractFailureAnalyzer<BrokerCannotStart> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokerCannotStart cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
