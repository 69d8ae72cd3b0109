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

/** What is to be asked at a time, about rows as they are; each request names what it saw, and the fold knows better. */
record Due(Periods periods, Instant now) {

    /** More than the clocks of this machine and the brokers differ: asked too early, it would be asked once more. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    Stream<Request> of(Page page, Ledger ledger) {
        return Stream.concat(
                page.closedRooms().stream().flatMap(room -> forgotten(room).stream()),
                page.visitors().stream().flatMap(visitor -> asked(visitor, ledger).stream()));
    }

    private Optional<Request> asked(Visitor visitor, Ledger ledger) {
        return switch (visitor) {
            case KnownVisitor known
            when known.openRoom().isPresent() -> closed(known.openRoom().get());
            case KnownVisitor known -> forgotten(known, ledger);
            case Stranger stranger -> swept(stranger);
        };
    }

    private Optional<Request> closed(OpenRoom room) {
        Instant activeAt = room.conversation().activeAt();
        Closing closing = new Closing(new Closing.Closer.BySystem(Optional.of(activeAt)), Optional.empty(), List.of());
        return isOver(periods.idle(), activeAt)
                ? Optional.of(new CloseRequested(RoomAddress.of(room.visitor().token(), room.id()), closing))
                : Optional.empty();
    }

    private Optional<Request> forgotten(ClosedRoom room) {
        RoomAddress address = RoomAddress.of(room.was().visitor().token(), room.id());
        return isOver(periods.closedRoom(), room.closedAt())
                ? Optional.of(new RoomExpired(address, room.closedAt()))
                : Optional.empty();
    }

    /** Whoever has rooms is left alone, rather than asked about and refused at each round. */
    private Optional<Request> forgotten(KnownVisitor visitor, Ledger ledger) {
        return isOver(periods.visitor(), visitor.seenAt())
                        && ledger.closedRooms(visitor.token()).stream().noneMatch(ledger::hasRoom)
                ? Optional.of(new VisitorExpired(visitor.token(), visitor.seenAt()))
                : Optional.empty();
    }

    /** Any request under that token does it; this one does nothing else. */
    private Optional<Request> swept(Stranger stranger) {
        boolean isForgotten = stranger.memory().changes().stream()
                .allMatch(change -> change.until().plus(MARGIN).isBefore(now));
        return isForgotten ? Optional.of(new ReadRequested(stranger.token())) : Optional.empty();
    }

    private boolean isOver(Optional<Duration> period, Instant since) {
        return period.filter(length -> !since.plus(length).isAfter(now)).isPresent();
    }
}
