package livechat.broker;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.beans.factory.DisposableBean;

/** A broker on its way up on a thread of its own, while the application finds out which beans it is made of. */
final class EarlyStart implements DisposableBean {

    private final FutureTask<EmbeddedBroker> start;

    private EarlyStart(FutureTask<EmbeddedBroker> start) {
        this.start = start;
    }

    static EarlyStart of(Path directory, int port) {
        FutureTask<EmbeddedBroker> start = new FutureTask<>(() -> EmbeddedBroker.start(directory, port));
        Thread.ofPlatform().name("broker-start").start(start);
        return new EarlyStart(start);
    }

    /** Returns when the broker answers, or throws what has kept it from that. */
    EmbeddedBroker await() {
        try {
            return start.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof BrokerCannotStart known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Also when nobody asked for the broker, because the application failed before. */
    @Override
    public void destroy() {
        try {
            await().close();
        } catch (BrokerCannotStart _) {
            // Nothing is open.
        }
    }
}
