package livechat.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A room that visitor and agents may talk in.
 *
 * @param displayName upstream's fname
 * @param updatedAt the time of the last request applied
 * @param department where it is now; absent when the visitor chose none and nobody sent it to one
 */
public record OpenRoom(
        RoomId id,
        String displayName,
        RoomVisitor visitor,
        Origin origin,
        Instant updatedAt,
        Optional<Department> department,
        Conversation conversation,
        Service service,
        Metrics metrics,
        RoomInfo info)
        implements Room {

    static OpenRoom of(KnownVisitor host, RoomRequested wanted, Instant time) {
        return new OpenRoom(
                wanted.roomId(),
                host.displayName(),
                RoomVisitor.of(host),
                new Origin(time, wanted.source()),
                time,
                host.profile().department(),
                Conversation.begun(time),
                new Queued(),
                Metrics.NONE,
                RoomInfo.NOTHING);
    }

    @Override
    public Decision answer(RoomRequest request, Matter matter) {
        OpenRoom now = at(matter.time());
        return switch (request) {
            case RoomRequested _ -> Decision.unchanged(new Outcome.Found(id), this);
            case CloseRequested close -> now.close(close.closing(), matter);
            case MessageRequest message -> new Talk(now, matter).answer(message);
            case ServiceRequest service -> this.service.answer(service, now, matter);
            case InfoRequest info -> now.note(info, matter);
            case RoomExpired _ -> matter.refuse(Refusal.MOVED_ON);
        };
    }

    public Optional<ServedBy> servedBy() {
        return service.by();
    }

    /** What a request asks for holds already. */
    Decision asItIs() {
        return Decision.unchanged(new Outcome.Changed(id), this);
    }

    Decision assign(Agent agent) {
        OpenRoom room = servedBy(agent);
        return changed(room, new Event.AgentAssigned(room));
    }

    Decision unassign(Optional<Department> queue) {
        OpenRoom room = in(queue.or(() -> department)).with(new Queued());
        return changed(room, new Event.AgentUnassigned(room));
    }

    Decision transfer(TransferRequested transfer, Matter matter) {
        boolean isThere = transfer.department().isPresent()
                && transfer.department().equals(department)
                && transfer.agent().isEmpty();
        if (isThere) {
            return matter.refuse(Refusal.SAME_DEPARTMENT);
        }
        OpenRoom there = in(transfer.department().or(() -> department));
        OpenRoom room = transfer.agent().map(there::servedBy).orElseGet(() -> there.with(new Queued()));
        return changed(room, new Event.RoomTransferred(room));
    }

    Decision hold(ServedBy by) {
        OpenRoom room = with(new OnHold(by));
        return changed(room, new Event.RoomHeld(room));
    }

    Decision resume() {
        OpenRoom room = with(service.awake());
        return changed(room, new Event.RoomResumed(room));
    }

    private Decision note(InfoRequest request, Matter matter) {
        RoomInfo now = info.with(request);
        if (now.equals(info)) {
            return asItIs();
        }
        OpenRoom room = with(now);
        return now.excess().map(matter::refuse).orElseGet(() -> changed(room, Event.noted(room, request)));
    }

    private Decision close(Closing closing, Matter matter) {
        RoomInfo tagged = info.tagged(closing.tags());
        Optional<Refusal> against =
                closing.isOutrunBy(conversation.activeAt()) ? Optional.of(Refusal.MOVED_ON) : tagged.excess();
        ClosedRoom closed = new ClosedRoom(with(tagged).seen(RoomVisitor.Status.OFFLINE), updatedAt, closing);
        return against.map(matter::refuse)
                .orElseGet(() -> new Decision(new Outcome.Closed(id), closed, List.of(new Event.RoomClosed(closed))));
    }

    private static Decision changed(OpenRoom room, Event event) {
        return new Decision(new Outcome.Changed(room.id), room, List.of(event));
    }

    /** Edges' clocks differ; a room's time does not run backwards. */
    OpenRoom at(Instant time) {
        Instant now = time.isBefore(updatedAt) ? updatedAt : time;
        return new OpenRoom(id, displayName, visitor, origin, now, department, conversation, service, metrics, info);
    }

    OpenRoom servedBy(Agent agent) {
        return talking(conversation.joined(), metrics, new Served(new ServedBy(agent, updatedAt)));
    }

    OpenRoom named(String name) {
        return new OpenRoom(id, name, visitor, origin, updatedAt, department, conversation, service, metrics, info);
    }

    OpenRoom seen(RoomVisitor.Status status) {
        RoomVisitor now = visitor.with(status);
        return new OpenRoom(id, displayName, now, origin, updatedAt, department, conversation, service, metrics, info);
    }

    OpenRoom talking(Conversation now, Metrics measured, Service served) {
        return new OpenRoom(id, displayName, visitor, origin, updatedAt, department, now, served, measured, info);
    }

    OpenRoom with(RoomInfo now) {
        return new OpenRoom(
                id, displayName, visitor, origin, updatedAt, department, conversation, service, metrics, now);
    }

    private OpenRoom with(Service now) {
        return talking(conversation, metrics, now);
    }

    private OpenRoom in(Optional<Department> now) {
        return new OpenRoom(id, displayName, visitor, origin, updatedAt, now, conversation, service, metrics, info);
    }
}
