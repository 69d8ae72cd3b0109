package livechat.room;

/**
 * What whoever waits for a request is told.
 *
 * @param room the room that the outcome is about, as the request left it
 */
public record Reply(Outcome outcome, Room room) {}
