package livechat.room;

import java.time.Instant;

/**
 * What a request led to, under its id.
 *
 * @param until log time
 */
public record Remembered(RequestId id, String content, Outcome outcome, Instant until) {}
