package livechat.room;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pure fold over plain maps: what the store has to be equal to. */
public final class InMemoryLedger implements Ledger {

    final Map<Token, Visitor> visitors = new HashMap<>();
    final Map<RoomId, ClosedRoom> closed = new HashMap<>();

    public InMemoryLedger() {}

    InMemoryLedger(InMemoryLedger other) {
        visitors.putAll(other.visitors);
        closed.putAll(other.closed);
    }

    @Override
    public Visitor visitor(Token token) {
        return visitors.getOrDefault(token, new Stranger(token));
    }

    @Override
    public Optional<ClosedRoom> closedRoom(RoomId id) {
        return Optional.ofNullable(closed.get(id));
    }

    @Override
    public boolean hasRoom(RoomId id) {
        return closed.containsKey(id)
                || visitors.values().stream()
                        .anyMatch(visitor -> visitor.room() instanceof OpenRoom open
                                && open.id().equals(id));
    }

    public Decision fold(Landed landed) {
        Change change = Room.decide(landed, this);
        if (change.after() instanceof KnownVisitor known) {
            visitors.put(known.token(), known);
        }
        if (change.decision().room() instanceof ClosedRoom room
                && change.decision().isChange()) {
            closed.put(room.was().id(), room);
        }
        return change.decision();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InMemoryLedger ledger
                && visitors.equals(ledger.visitors)
                && closed.equals(ledger.closed);
    }

    @Override
    public int hashCode() {
        return visitors.hashCode();
    }
}
