package livechat.room;

import java.time.Instant;
import java.util.Optional;

/**
 * How a room came to be; it never changes.
 *
 * @param ts when it was created
 * @param source absent when the asker named none
 */
public record Origin(Instant ts, Optional<Source> source) {}
