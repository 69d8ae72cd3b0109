package livechat.room;

/**
 * What whoever waits for a request is told.
 *
 * @param visitor the visitor as the request left them
 * @param room the room that the outcome is about, as the request left it
 */
public record Reply(Outcome outcome, Visitor visitor, Room room) {}
