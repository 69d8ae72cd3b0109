package livechat.query;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collector;
import livechat.room.Room;

/** Goes through all rooms of the partitions that are here. */
public final class RoomScan implements AutoCloseable {

    private final Source source;
    private final ExecutorService threads;

    /**
     * Scans in threads of their own.
     *
     * @param threads of the platform, and few: a scan computes all the time, and virtual threads that do so keep the
     *     others from running
     */
    RoomScan(Source source, ExecutorService threads) {
        this.source = source;
        this.threads = threads;
    }

    /** The partitions that are here. */
    interface Source {

        Set<Integer> partitions();

        /** Shows all rooms of a partition, each once; false if it could not be read, or left meanwhile. */
        boolean forEachRoom(int partition, Consumer<Room> watcher, Patience patience) throws InterruptedException;
    }

    /**
     * Collects the rooms of those of the partitions that may be read here, partition by partition.
     *
     * @throws RoomsUnavailable when it cannot begin, or comes to no end in time
     */
    public <A, T> Part<T> scan(Set<Integer> wanted, Collector<Room, A, T> collector, Patience patience) {
        Future<Part<T>> part = submit(() -> scanNow(wanted, collector, patience));
        try {
            return part.get(patience.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new RoomsUnavailable("the rooms could not be gone through in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoomsUnavailable("interrupted while going through the rooms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } finally {
            part.cancel(true);
        }
    }

    private <T> Future<T> submit(Callable<T> scan) {
        try {
            return threads.submit(scan);
        } catch (RejectedExecutionException e) {
            throw new RoomsUnavailable("too many lists at once", e);
        }
    }

    private <A, T> Part<T> scanNow(Set<Integer> wanted, Collector<Room, A, T> collector, Patience patience)
            throws InterruptedException {
        Set<Integer> done = new TreeSet<>();
        A all = collector.supplier().get();
        for (int partition : source.partitions()) {
            if (wanted.contains(partition)) {
                A rooms = collector.supplier().get();
                if (source.forEachRoom(partition, room -> add(room, rooms, collector, patience), patience)) {
                    all = collector.combiner().apply(all, rooms);
                    done.add(partition);
                }
            }
        }
        return Part.of(done, collector.finisher().apply(all));
    }

    private static <A> void add(Room room, A rooms, Collector<Room, A, ?> collector, Patience patience) {
        if (patience.isOver() || Thread.currentThread().isInterrupted()) {
            throw new RoomsUnavailable("the rooms could not be gone through in time");
        }
        collector.accumulator().accept(rooms, room);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
