package livechat.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import livechat.room.Reply;

/** One caller who waits; closing it gives the place back, whatever came. */
public final class Parked implements AutoCloseable {

    /** Between two looks at a lease that has run out; it is renewed every few hundred milliseconds. */
    private static final long MOMENT_MILLIS = 5;

    private final int partition;
    private final Stay stay;
    private final Consumer<Parked> leave;
    private final CompletableFuture<Word> word = new CompletableFuture<>();

    Parked(int partition, Stay stay, Consumer<Parked> leave) {
        this.partition = partition;
        this.stay = stay;
        this.leave = leave;
    }

    /** What a parked caller hears. */
    public sealed interface Word {

        record Told(Reply reply) implements Word {}

        /** The partition went elsewhere: the outcome is open. */
        record Left() implements Word {}

        /** The log did not confirm the request: it may be there all the same, and the outcome is open. */
        record Unconfirmed(Throwable cause) implements Word {}
    }

    /** What came; empty when nothing came in time: then the outcome is open. */
    public Optional<Word> await(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            Word came = Timeouts.set(word, patience).get();
            return came instanceof Word.Told ? whileOurs(came, deadline) : Optional.of(came);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return Optional.empty();
            }
            throw new IllegalStateException("the request could not be folded; it is in the dead letters", e);
        }
    }

    /** Whoever has the partition now may not have folded it yet: only as long as that is nobody else is anyone told. */
    private Optional<Word> whileOurs(Word told, long deadline) throws InterruptedException {
        while (!stay.isOurs()) {
            if (stay.isOver()) {
                return Optional.of(new Word.Left());
            }
            if (System.nanoTime() - deadline >= 0) {
                return Optional.empty();
            }
            TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
        }
        return Optional.of(told);
    }

    /** Without it the caller waits for an outcome that may never come. */
    public void unconfirmed(Throwable cause) {
        word.complete(new Word.Unconfirmed(cause));
    }

    /** The partition was not here any more when the caller came. */
    public boolean isToldAlready() {
        return word.isDone();
    }

    @Override
    public void close() {
        leave.accept(this);
    }

    void tell(Reply reply) {
        word.complete(new Word.Told(reply));
    }

    void fail() {
        word.completeExceptionally(new IllegalStateException("dead letter"));
    }

    void left(int partition) {
        if (this.partition == partition) {
            word.complete(new Word.Left());
        }
    }
}
