package livechat.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP, with an end to headers that come byte by byte: by itself it bounds the time between two reads, so that
 * 8 KB could hold a connection for a day. Public because Tomcat makes it by name.
 */
public class TimedHeaders extends Http11NioProtocol {

    private Duration limit = Duration.ofSeconds(10);

    void setLimit(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void start() throws Exception {
        super.start();
        var _ = getUtilityExecutor().scheduleWithFixedDelay(this::endTheSlow, 1, 1, TimeUnit.SECONDS);
    }

    private void endTheSlow() {
        for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
            // Whoever holds the lock is at work on what has come.
            if (connection.getLock().tryLock()) {
                endIfSlow(connection);
            }
        }
    }

    private void endIfSlow(SocketWrapperBase<NioChannel> connection) {
        try {
            if (connection.getCurrentProcessor() instanceof Http11Processor waiting && isSlow(waiting)) {
                connection.close();
            }
        } finally {
            connection.getLock().unlock();
        }
    }

    /** Between two requests a connection has no processor; one that waits has begun to read, or has gone asynchronous. */
    private boolean isSlow(Http11Processor waiting) {
        long start = waiting.getRequest().getStartTimeNanos();
        return !waiting.isAsync() && start != -1 && System.nanoTime() - start > limit.toNanos();
    }
}
