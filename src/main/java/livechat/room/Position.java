package livechat.room;

import java.time.Instant;

/**
 * Where a request landed on the log.
 *
 * @param partitions how many the log has, for ever
 * @param time when the broker appended it
 */
public record Position(int partition, int partitions, long offset, Instant time) {

    /** A number that no other position of the log has, so that guests are counted without a shared counter. */
    long unique() {
        return offset * partitions + partition;
    }
}
