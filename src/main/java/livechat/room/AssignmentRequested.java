package livechat.room;

/**
 * An agent is to serve the room.
 *
 * @param onlyIfQueued whether the agent takes it from the queue, where two may reach for it; else it is given to them
 */
public record AssignmentRequested(RoomAddress room, Agent agent, boolean onlyIfQueued) implements ServiceRequest {

    @Override
    public String content() {
        return (onlyIfQueued ? "take " : "assign ") + room.roomId() + " " + agent.id();
    }
}
