package livechat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** What an operator reads of a failed start: the analyzers are found as the application finds them. */
final class Analyses {

    private Analyses() {}

    static String of(@Nullable Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, ignoringOthers()).stream()
                .map(analyzer -> analyzer.analyze(Objects.requireNonNull(failure)))
                .filter(Objects::nonNull)
                .map(FailureAnalysis::getDescription)
                .collect(Collectors.joining());
    }

    /** Boot hands some of its own analyzers a bean factory, which this test does without. */
    private static FailureHandler ignoringOthers() {
        return FailureHandler.handleMessage(
                (message, failure) -> assertThat(message.get()).doesNotContain("livechat"));
    }
}
