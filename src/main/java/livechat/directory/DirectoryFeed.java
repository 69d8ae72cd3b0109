package livechat.directory;

import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Lets the directory be filled while the application runs, and only then. */
final class DirectoryFeed implements SmartLifecycle {

    /** With the fold's: before the web server takes requests, and until after it has answered the last one. */
    private static final int PHASE = 0;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Directory directory;
    private volatile @Nullable Follower follower;

    DirectoryFeed(Supplier<Consumer<byte[], byte[]>> consumers, Directory directory) {
        this.consumers = consumers;
        this.directory = directory;
    }

    @Override
    public void start() {
        follower = Follower.start(consumers, directory);
    }

    @Override
    public void stop() {
        Follower current = follower;
        if (current != null) {
            current.close();
        }
        follower = null;
    }

    boolean hasFailed() {
        Follower current = follower;
        return current != null && !current.isAlive();
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
