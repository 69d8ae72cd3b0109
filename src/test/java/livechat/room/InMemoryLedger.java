package livechat.room;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The pure fold over plain maps: what the store has to be equal to. */
public final class InMemoryLedger implements Ledger {

    final Map<Token, Visitor> visitors = new HashMap<>();
    final Map<RoomId, ClosedRoom> closed = new HashMap<>();
    final Map<Token, SortedSet<String>> everClosed = new HashMap<>();
    final Map<RoomId, NavigableMap<Long, KeptMessage>> messages = new HashMap<>();

    public InMemoryLedger() {}

    InMemoryLedger(InMemoryLedger other) {
        visitors.putAll(other.visitors);
        closed.putAll(other.closed);
        other.everClosed.forEach((token, rooms) -> everClosed.put(token, new TreeSet<>(rooms)));
        other.messages.forEach((room, kept) -> messages.put(room, new TreeMap<>(kept)));
    }

    @Override
    public Visitor visitor(Token token) {
        return visitors.getOrDefault(token, new Stranger(token));
    }

    @Override
    public Optional<Token> owner(RoomId id) {
        Optional<Token> open = visitors.values().stream()
                .filter(visitor ->
                        visitor.room() instanceof OpenRoom room && room.id().equals(id))
                .map(Visitor::token)
                .findAny();
        return open.or(() -> closedRoom(id).map(room -> room.was().visitor().token()));
    }

    @Override
    public Optional<ClosedRoom> closedRoom(RoomId id) {
        return Optional.ofNullable(closed.get(id));
    }

    @Override
    public List<RoomId> closedRooms(Token token) {
        return everClosed.getOrDefault(token, new TreeSet<>()).stream()
                .map(RoomId::new)
                .toList();
    }

    @Override
    public Optional<KeptMessage> message(RoomId id, MessageId messageId) {
        return kept(id).values().stream()
                .filter(kept -> kept.id().equals(messageId))
                .findAny();
    }

    @Override
    public <T> T messages(RoomId id, Function<Stream<Message>, T> question) {
        return question.apply(kept(id).descendingMap().values().stream().flatMap(kept -> kept.message().stream()));
    }

    /** Of all visitors. */
    public Set<RoomId> closedRoomIds() {
        return Set.copyOf(closed.keySet());
    }

    private NavigableMap<Long, KeptMessage> kept(RoomId id) {
        return messages.getOrDefault(id, new TreeMap<>());
    }

    public Decision fold(Landed landed) {
        Change change = Room.decide(landed, this);
        if (change.after() instanceof Stranger && change.after().memory().equals(Memory.EMPTY)) {
            visitors.remove(change.after().token());
        } else {
            visitors.put(change.after().token(), change.after());
        }
        change.decision().events().forEach(this::keep);
        return change.decision();
    }

    private void keep(Event event) {
        switch (event) {
            case Event.RoomClosed(ClosedRoom room) -> {
                closed.put(room.id(), room);
                everClosed
                        .computeIfAbsent(room.was().visitor().token(), _ -> new TreeSet<>())
                        .add(room.id().value());
            }
            case Event.RoomUpdated(ClosedRoom room) -> closed.put(room.id(), room);
            case Event.RoomSurveyed(ClosedRoom room) -> closed.put(room.id(), room);
            case Event.OfMessage message -> keep(message.room().id(), message.message());
            case Event.RoomForgotten(ClosedRoom room) -> forget(room.id());
            case Event.VisitorErased erased -> {
                erased.rooms().forEach(this::forget);
                everClosed.remove(erased.token());
            }
            case Event.OfOpenRoom _,
                    Event.RoomUpdated _,
                    Event.RoomSurveyed _,
                    Event.VisitorRegistered _,
                    Event.VisitorUpdated _,
                    Event.VisitorForgotten _,
                    Event.RequestRefused _ -> {}
        }
    }

    private void keep(RoomId id, KeptMessage message) {
        NavigableMap<Long, KeptMessage> kept = messages.computeIfAbsent(id, _ -> new TreeMap<>());
        kept.put(message.number(), message);
        kept.headMap(message.number() - KeptMessage.MAX_PER_ROOM, true).clear();
    }

    private void forget(RoomId id) {
        closed.remove(id);
        messages.remove(id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InMemoryLedger ledger
                && visitors.equals(ledger.visitors)
                && closed.equals(ledger.closed)
                && everClosed.equals(ledger.everClosed)
                && messages.equals(ledger.messages);
    }

    @Override
    public int hashCode() {
        return visitors.hashCode();
    }
}
