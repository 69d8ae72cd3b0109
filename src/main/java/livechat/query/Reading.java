package livechat.query;

/** What was read, and what that is worth. */
public record Reading<T>(T value, ReadBy by) {}
