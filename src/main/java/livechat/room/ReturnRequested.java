package livechat.room;

import java.util.Optional;

/**
 * The room goes back to the queue.
 *
 * @param department whose queue; that of the room if absent
 */
public record ReturnRequested(RoomAddress room, Optional<Department> department) implements ServiceRequest {

    @Override
    public String content() {
        return "return " + room.roomId() + " " + department.map(Department::id);
    }
}
