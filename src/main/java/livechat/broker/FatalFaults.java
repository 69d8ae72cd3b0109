package livechat.broker;

import java.nio.file.Path;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the process when the broker gives itself up, since a service without its log can neither write nor read. */
final class FatalFaults {

    private static final Logger LOG = LoggerFactory.getLogger(FatalFaults.class);

    private FatalFaults() {}

    /** Kafka asks for one of two ends and expects neither to return. */
    static void endTheProcess(Path directory) {
        Exit.Procedure halt = (status, message) -> halt(directory, status, message);
        Exit.setExitProcedure(halt);
        Exit.setHaltProcedure(halt);
    }

    /**
     * Halts in both cases: an orderly exit waits for the broker to close, and that for the thread that asks. What is
     * acknowledged is in the files already, as it is at a kill -9.
     */
    private static void halt(Path directory, int status, @Nullable String message) {
        LOG.error(
                "The embedded broker on {} cannot go on and ends this process ({});"
                        + " start the service again when the cause is gone",
                directory,
                message == null ? "the errors above say why" : message);
        Runtime.getRuntime().halt(Math.max(1, status));
    }
}
