package livechat.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A room that visitor and agents may talk in.
 *
 * @param displayName upstream's fname
 * @param updatedAt the time of the last request applied
 */
public record OpenRoom(
        RoomId id,
        String displayName,
        RoomVisitor visitor,
        Origin origin,
        Instant updatedAt,
        Conversation conversation,
        Optional<ServedBy> servedBy)
        implements Room {

    static OpenRoom of(KnownVisitor host, RoomRequested wanted, Instant time) {
        return new OpenRoom(
                wanted.roomId(),
                host.displayName(),
                RoomVisitor.of(host),
                new Origin(time, wanted.source(), host.profile().department()),
                time,
                Conversation.begun(time),
                Optional.empty());
    }

    @Override
    public Decision answer(RoomRequest request, Landed landed, Visitor asker) {
        return switch (request) {
            case RoomRequested _ -> Decision.unchanged(new Outcome.Found(id), this);
            case CloseRequested _ -> close(notBefore(landed.asked().time()));
        };
    }

    OpenRoom servedBy(Agent agent, Instant time) {
        Optional<ServedBy> now = Optional.of(new ServedBy(agent, time));
        return new OpenRoom(id, displayName, visitor, origin, notBefore(time), conversation.joined(), now);
    }

    OpenRoom named(String name, Instant time) {
        return new OpenRoom(id, name, visitor, origin, notBefore(time), conversation, servedBy);
    }

    private Decision close(Instant time) {
        OpenRoom left = new OpenRoom(id, displayName, visitor.offline(), origin, time, conversation, servedBy);
        ClosedRoom closed = new ClosedRoom(left, time, ClosedRoom.Closer.VISITOR);
        return new Decision(new Outcome.Closed(id), closed, List.of(new Event.RoomClosed(closed)));
    }

    /** Edges' clocks differ; a room's time does not run backwards. */
    private Instant notBefore(Instant time) {
        return time.isBefore(updatedAt) ? updatedAt : time;
    }
}
