package livechat.room;

import java.util.Optional;

/** Nobody serves the room yet, or any more. */
public record Queued() implements Service {

    @Override
    public Optional<ServedBy> by() {
        return Optional.empty();
    }

    @Override
    public Decision answer(ServiceRequest request, OpenRoom room, Matter matter) {
        return switch (request) {
            case AssignmentRequested assignment -> room.assign(assignment.agent());
            case TransferRequested transfer -> room.transfer(transfer, matter);
            case ReturnRequested _ -> matter.refuse(Refusal.NOT_SERVED);
            case HoldRequested _ -> matter.refuse(Refusal.UNSERVED_ON_HOLD);
            case ResumeRequested _ -> matter.refuse(Refusal.NOT_ON_HOLD);
        };
    }
}
