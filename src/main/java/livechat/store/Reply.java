package livechat.store;

import livechat.room.Outcome;
import livechat.room.Room;

/**
 * What whoever parked under a request id is told.
 *
 * @param room the room that the outcome is about, as the request left it
 */
public record Reply(Outcome outcome, Room room) {}
