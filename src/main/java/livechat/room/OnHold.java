package livechat.room;

import java.util.Optional;

/** The agent waits for the visitor. */
public record OnHold(ServedBy servedBy) implements Service {

    @Override
    public Optional<ServedBy> by() {
        return Optional.of(servedBy);
    }

    @Override
    public Decision answer(ServiceRequest request, OpenRoom room, Matter matter) {
        return switch (request) {
            case AssignmentRequested _, TransferRequested _, ReturnRequested _ -> matter.refuse(Refusal.ROOM_ON_HOLD);
            case HoldRequested _ -> matter.refuse(Refusal.ALREADY_ON_HOLD);
            case ResumeRequested _ -> room.resume();
        };
    }

    @Override
    public Service awake() {
        return new Served(servedBy);
    }
}
