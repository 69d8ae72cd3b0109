package livechat.room;

import java.util.Optional;

/** An agent serves the room. */
public record Served(ServedBy servedBy) implements Service {

    @Override
    public Optional<ServedBy> by() {
        return Optional.of(servedBy);
    }

    @Override
    public Decision answer(ServiceRequest request, OpenRoom room, Matter matter) {
        return switch (request) {
            case AssignmentRequested same when same.agent().equals(servedBy.agent()) -> room.asItIs();
            case AssignmentRequested take when take.onlyIfQueued() -> matter.refuse(Refusal.ROOM_TAKEN);
            case AssignmentRequested assignment -> room.assign(assignment.agent());
            case TransferRequested transfer when isToTheSameAgent(transfer) -> matter.refuse(Refusal.SAME_AGENT);
            case TransferRequested transfer -> room.transfer(transfer, matter);
            case ReturnRequested back -> room.unassign(back.department());
            case HoldRequested _ when room.conversation().waitingResponse() -> matter.refuse(Refusal.VISITOR_WAITS);
            case HoldRequested _ -> room.hold(servedBy);
            case ResumeRequested _ -> matter.refuse(Refusal.NOT_ON_HOLD);
        };
    }

    private boolean isToTheSameAgent(TransferRequested transfer) {
        return transfer.department().isEmpty()
                && transfer.agent().filter(servedBy.agent()::equals).isPresent();
    }
}
