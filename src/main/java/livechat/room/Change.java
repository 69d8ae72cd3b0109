package livechat.room;

/** A decision, and the visitor's row before and after it. */
public record Change(Visitor before, Visitor after, Decision decision) {}
