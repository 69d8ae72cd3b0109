package livechat.room;

import java.util.Optional;

/**
 * The room goes to another agent, or to a department and whoever serves it there.
 *
 * @param agent absent when the department's queue takes it
 */
public record TransferRequested(RoomAddress room, Optional<Department> department, Optional<Agent> agent)
        implements ServiceRequest {

    public TransferRequested {
        if (department.isEmpty() && agent.isEmpty()) {
            throw new IllegalArgumentException("a transfer names a department or an agent");
        }
    }

    /** Whom the edge found in the department may change between two tries of one request. */
    @Override
    public String content() {
        return "transfer " + room.roomId() + " "
                + department.map(Department::id).or(() -> agent.map(Agent::id)).orElseThrow();
    }
}
