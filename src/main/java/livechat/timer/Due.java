package livechat.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import livechat.room.CloseRequested;
import livechat.room.ClosedRoom;
import livechat.room.Closing;
import livechat.room.KnownVisitor;
import livechat.room.Ledger;
import livechat.room.OpenRoom;
import livechat.room.ReadRequested;
import livechat.room.Request;
import livechat.room.RoomAddress;
import livechat.room.RoomExpired;
import livechat.room.Stranger;
import livechat.room.Visitor;
import livechat.room.VisitorExpired;
import livechat.store.Page;
import livechat.store.Since;

/** What is due at a time, and to be asked about rows as they are; each request names what it saw, and the fold knows better. */
record Due(Periods periods, Instant now) {

    /** More than the clocks of this machine and the brokers differ: asked too early, it would be asked once more. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    boolean isDue(Since since) {
        return switch (since.kind()) {
            case OPEN_ROOM -> isOver(periods.idle(), since.time());
            case CLOSED_ROOM -> isOver(periods.closedRoom(), since.time());
            case VISITOR -> isOver(periods.visitor(), since.time());
            case STRANGER -> since.time().plus(MARGIN).isBefore(now);
        };
    }

    private boolean isOver(Optional<Duration> period, Instant since) {
        return period.filter(length -> !since.plus(length).isAfter(now)).isPresent();
    }

    /** What is to be asked about rows that are due. */
    static Stream<Request> of(Page page, Ledger ledger) {
        return Stream.concat(
                page.closedRooms().stream().map(Due::forgotten),
                page.visitors().stream().flatMap(visitor -> asked(visitor, ledger).stream()));
    }

    private static Optional<Request> asked(Visitor visitor, Ledger ledger) {
        return switch (visitor) {
            case KnownVisitor known
            when known.openRoom().isPresent() -> known.openRoom().map(Due::closed);
            case KnownVisitor known -> forgotten(known, ledger);
            // Any request under that token does it; this one does nothing else.
            case Stranger stranger -> Optional.of(new ReadRequested(stranger.token()));
        };
    }

    private static Request closed(OpenRoom room) {
        Closing.Closer closer =
                new Closing.Closer.BySystem(Optional.of(room.conversation().activeAt()));
        return new CloseRequested(
                RoomAddress.of(room.visitor().token(), room.id()), new Closing(closer, Optional.empty(), List.of()));
    }

    private static Request forgotten(ClosedRoom room) {
        return new RoomExpired(RoomAddress.of(room.was().visitor().token(), room.id()), room.closedAt());
    }

    /** Whoever has rooms is left alone, rather than asked about and refused at each round. */
    private static Optional<Request> forgotten(KnownVisitor visitor, Ledger ledger) {
        return ledger.closedRooms(visitor.token()).stream().noneMatch(ledger::hasRoom)
                ? Optional.of(new VisitorExpired(visitor.token(), visitor.seenAt()))
                : Optional.empty();
    }
}
