package livechat.room;

import java.time.Instant;

/**
 * Who serves a room.
 *
 * @param ts since when
 */
public record ServedBy(Agent agent, Instant ts) {}
