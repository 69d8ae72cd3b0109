package livechat.room;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A ledger that knows one visitor, without a message or a closed room; everybody else is a stranger. */
public record OneVisitor(Visitor visitor) implements Ledger {

    public static final OneVisitor NOBODY = new OneVisitor(new Stranger(new Token("nobody")));

    /** Whoever is there after this request. */
    static OneVisitor after(Landed landed) {
        return new OneVisitor(Room.decide(landed, NOBODY).after());
    }

    OpenRoom room() {
        return (OpenRoom) visitor.room();
    }

    @Override
    public Visitor visitor(Token token) {
        return visitor.token().equals(token) ? visitor : new Stranger(token);
    }

    @Override
    public Optional<Token> owner(RoomId id) {
        return visitor.room() instanceof OpenRoom open && open.id().equals(id)
                ? Optional.of(visitor.token())
                : Optional.empty();
    }

    @Override
    public Optional<ClosedRoom> closedRoom(RoomId id) {
        return Optional.empty();
    }

    @Override
    public List<RoomId> closedRooms(Token token) {
        return List.of();
    }

    @Override
    public Optional<KeptMessage> message(RoomId id, MessageId messageId) {
        return Optional.empty();
    }

    @Override
    public <T> T messages(RoomId id, Function<Stream<Message>, T> question) {
        return question.apply(Stream.empty());
    }
}
