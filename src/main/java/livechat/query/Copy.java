package livechat.query;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import livechat.store.Rows;
import livechat.store.Stay;

/** A copy of a partition's rows that is here. */
sealed interface Copy {

    Rows rows();

    /** All up to this offset is in the rows, for as long as the copy still has what is asked for; -1 where nobody knows. */
    long folded();

    /** Waits until this offset is folded, and false if it was not in time. */
    boolean await(long offset, Duration patience) throws InterruptedException;

    /** Asked after a read: whether what was awaited before was still so when the rows were read. */
    boolean stillHas(long offset);

    /**
     * The fold's own.
     *
     * @param isPast whether Kafka Streams is past an offset: those without a record, which a stranger's transaction
     *     leaves, it passes over without a word to the fold
     */
    record Active(Rows rows, Stay stay, LongPredicate isPast) implements Copy {

        /** The fold is as far as its consumer long before, unless the log's end is no record. */
        private static final Duration USUALLY = Duration.ofMillis(200);

        @Override
        public long folded() {
            return stay.folded();
        }

        @Override
        public boolean await(long offset, Duration patience) throws InterruptedException {
            Patience waiting = new Patience(patience);
            while (!stay.await(offset, waiting.atMost(USUALLY).left())) {
                if (stay.isOver()) {
                    throw Moved.before();
                }
                if (isPast.test(offset)) {
                    return true;
                }
                if (waiting.isOver()) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean stillHas(long offset) {
            if (stay.isOver()) {
                throw Moved.before();
            }
            return stay.isOurs();
        }
    }

    /** One that follows the changelog, or is about to become the fold's. */
    record Standby(Rows rows) implements Copy {

        private static final long MOMENT_MILLIS = 5;

        /** It may be emptied at any time, and be filled again when somebody looks. */
        @Override
        public long folded() {
            return -1;
        }

        @Override
        public boolean await(long offset, Duration patience) throws InterruptedException {
            Patience waiting = new Patience(patience);
            while (rows.applied() < offset) {
                if (waiting.isOver()) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
            }
            return true;
        }

        /** It may have been emptied to be restored. */
        @Override
        public boolean stillHas(long offset) {
            return rows.applied() >= offset;
        }
    }
}
