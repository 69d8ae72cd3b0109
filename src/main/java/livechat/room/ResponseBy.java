package livechat.room;

import java.time.Instant;

/** Who has answered the visitor's last message, and when first and last. */
public record ResponseBy(Agent agent, Instant first, Instant last) {}
