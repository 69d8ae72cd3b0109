package livechat.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A room that visitor and agents may talk in. Names are upstream's where they say enough.
 *
 * @param displayName upstream's fname
 * @param ts when it was created
 * @param updatedAt the time of the last request applied
 * @param lastMessageAt upstream's lm; the creation while there is no message
 * @param source absent when the asker named none
 */
public record OpenRoom(
        RoomId id,
        String displayName,
        RoomVisitor visitor,
        Optional<Source> source,
        Instant ts,
        Instant updatedAt,
        Instant lastMessageAt,
        int messages,
        int users,
        boolean waitingResponse)
        implements Room {

    static OpenRoom of(KnownVisitor host, RoomRequested wanted, Instant time) {
        RoomVisitor visitor = RoomVisitor.of(host);
        return new OpenRoom(wanted.roomId(), host.username(), visitor, wanted.source(), time, time, time, 0, 1, true);
    }

    @Override
    public Decision answer(Landed landed, Visitor asker) {
        return switch (landed.asked().request()) {
            case RoomRequested _ -> Decision.unchanged(new Outcome.Found(id), this);
            case CloseRequested _ -> close(notBefore(landed.asked().time()));
        };
    }

    private Decision close(Instant time) {
        OpenRoom left = leftBy(visitor.offline(), time);
        ClosedRoom closed = new ClosedRoom(left, time, ClosedRoom.Closer.VISITOR);
        return new Decision(new Outcome.Closed(id), closed, List.of(new Event.RoomClosed(closed)));
    }

    /** Edges' clocks differ; a room's time does not run backwards. */
    private Instant notBefore(Instant time) {
        return time.isBefore(updatedAt) ? updatedAt : time;
    }

    private OpenRoom leftBy(RoomVisitor gone, Instant time) {
        return new OpenRoom(id, displayName, gone, source, ts, time, lastMessageAt, messages, users, waitingResponse);
    }
}
