package livechat.room;

import java.time.Instant;

/**
 * A change that was made, under the id of the request that made it.
 *
 * @param until log time
 */
public record Remembered(RequestId id, String content, Outcome outcome, Instant until) {}
