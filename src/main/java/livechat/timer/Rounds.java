package livechat.timer;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one round after the other, and rests so much in between that nobody notices. */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** Of the time of one thread, what a round may take is a tenth, if much is due; requests and their folding have the rest. */
    private static final int RESTS_PER_STEP = 9;

    /** Most steps find nothing and take less than a millisecond; faster, they would displace in RocksDB's cache what is read. */
    private static final long SHORTEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

    private final Sweep sweep;
    private final Duration pause;
    private final Thread thread = Thread.ofPlatform().daemon().name("timer").unstarted(this::run);

    /** @param pause between two rounds: so much later than due something may be asked */
    Rounds(Sweep sweep, Duration pause) {
        this.sweep = sweep;
        this.pause = pause;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                round();
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        try {
            sweep.begin();
            long began = System.nanoTime();
            while (sweep.step()) {
                long took = System.nanoTime() - began;
                TimeUnit.NANOSECONDS.sleep(Math.max(took * RESTS_PER_STEP, SHORTEST_REST_NANOS));
                began = System.nanoTime();
            }
        } catch (ExecutionException | TimeoutException notTaken) {
            LOG.warn("What is due could not be asked, and will be at the next round: {}", notTaken.toString());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
