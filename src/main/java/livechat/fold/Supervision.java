package livechat.fold;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens when the fold crashes: a few fresh starts, then the end of this process; never of the other instances. */
final class Supervision implements StreamsUncaughtExceptionHandler, KafkaStreams.StateListener {

    private static final Logger LOG = LoggerFactory.getLogger(Supervision.class);

    /** A bug comes back at once; what comes back after this many starts is a bug. */
    private static final int FRESH_STARTS = 3;

    private final Runnable onEnd;
    private final AtomicInteger crashes = new AtomicInteger();

    Supervision(Runnable onEnd) {
        this.onEnd = onEnd;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable crash) {
        if (crashes.incrementAndGet() <= FRESH_STARTS) {
            LOG.error("The fold crashed and starts again ({} of {})", crashes, FRESH_STARTS, crash);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("The fold crashed once too often; this process ends, the other instances go on", crash);
        StateBehind behind = stateBehind(crash);
        if (behind != null) {
            LOG.error(behind.lastWords());
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    @Override
    public void onChange(KafkaStreams.State now, KafkaStreams.State before) {
        if (now == KafkaStreams.State.ERROR) {
            onEnd.run();
        }
    }

    private static @Nullable StateBehind stateBehind(Throwable crash) {
        for (Throwable cause = crash; cause != null; cause = cause.getCause()) {
            if (cause instanceof StateBehind behind) {
                return behind;
            }
        }
        return null;
    }
}
