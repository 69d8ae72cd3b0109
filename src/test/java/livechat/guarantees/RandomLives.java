package livechat.guarantees;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import livechat.log.Ids;
import livechat.log.MessageText;
import livechat.room.Agent;
import livechat.room.Asked;
import livechat.room.AssignmentRequested;
import livechat.room.Author;
import livechat.room.CloseRequested;
import livechat.room.Closing;
import livechat.room.CustomFieldsRequested;
import livechat.room.ErasureRequested;
import livechat.room.HoldRequested;
import livechat.room.InfoChange;
import livechat.room.MessageDeletionRequested;
import livechat.room.MessageEditRequested;
import livechat.room.MessageId;
import livechat.room.MessagePosted;
import livechat.room.Request;
import livechat.room.ResumeRequested;
import livechat.room.ReturnRequested;
import livechat.room.RoomAddress;
import livechat.room.RoomExpired;
import livechat.room.RoomId;
import livechat.room.RoomInfoRequested;
import livechat.room.RoomRequested;
import livechat.room.RoomVisitor;
import livechat.room.Source;
import livechat.room.SurveyAnswered;
import livechat.room.Token;
import livechat.room.TransferRequested;
import livechat.room.UnknownToken;
import livechat.room.VisitorExpired;
import livechat.room.VisitorStatusReported;

/** What many visitors and their agents ask for, in a disorder that comes from a seed; times are the present. */
final class RandomLives {

    private static final Duration DEADLINE = Duration.ofSeconds(8);

    private final SplittableRandom random;
    private final Ids ids;
    private final List<Visitor> visitors;
    private final List<Asked> asked = new ArrayList<>();

    RandomLives(long seed, int visitors) {
        random = new SplittableRandom(seed);
        ids = new Ids(random.split());
        this.visitors = IntStream.range(0, visitors)
                .mapToObj(number -> new Visitor(new Token(Visitors.TOKEN_PREFIX + seed + "-" + number)))
                .toList();
    }

    /** What somebody knows about a visitor who looks on. */
    private static final class Visitor {
        private final Token token;
        private RoomId room = new RoomId("none-yet");
        private Instant closed = Instant.EPOCH;
        private int messages;

        private Visitor(Token token) {
            this.token = token;
        }
    }

    List<Token> tokens() {
        return visitors.stream().map(visitor -> visitor.token).toList();
    }

    Asked next(Instant now) {
        Asked next = !asked.isEmpty() && random.nextInt(10) == 0 ? again() : fresh(now);
        asked.add(next);
        return next;
    }

    private Asked again() {
        return asked.get(random.nextInt(Math.max(0, asked.size() - 2000), asked.size()));
    }

    /** A few land after their deadlines. */
    private Asked fresh(Instant now) {
        Visitor visitor = visitors.get(random.nextInt(visitors.size()));
        Request request = random.nextInt(4) == 0 ? aboutThem(visitor, now) : aboutARoom(visitor, now);
        Instant deadline = random.nextInt(50) == 0 ? now.minusSeconds(1) : now.plus(DEADLINE);
        return new Asked(ids.requestId(), now, deadline, Optional.empty(), request);
    }

    private Request aboutThem(Visitor visitor, Instant now) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> aRoom(visitor);
            case 3, 4 -> new VisitorStatusReported(visitor.token, RoomVisitor.Status.AWAY);
            case 5, 6 ->
                new CustomFieldsRequested(
                        visitor.token,
                        random.nextBoolean() ? CustomFieldsRequested.Scope.ROOM : CustomFieldsRequested.Scope.VISITOR,
                        new TreeMap<>(Map.of("field-" + random.nextInt(3), "value " + random.nextInt(3))),
                        Set.of());
            default ->
                random.nextBoolean() ? new ErasureRequested(visitor.token) : new VisitorExpired(visitor.token, now);
        };
    }

    private Request aRoom(Visitor visitor) {
        RoomRequested wanted = new RoomRequested(
                visitor.token,
                ids.roomId(visitor.token),
                ids.visitorId(visitor.token),
                Optional.of(Source.API),
                Optional.empty(),
                random.nextInt(9) == 0 ? UnknownToken.REJECT : UnknownToken.GUEST);
        if (visitor.closed.isAfter(Instant.EPOCH) || visitor.room.value().equals("none-yet")) {
            visitor.room = wanted.roomId();
            visitor.closed = Instant.EPOCH;
        }
        return wanted;
    }

    private Request aboutARoom(Visitor visitor, Instant now) {
        if (visitor.room.value().equals("none-yet")) {
            return aRoom(visitor);
        }
        RoomAddress room =
                random.nextBoolean() ? RoomAddress.of(visitor.room) : RoomAddress.of(visitor.token, visitor.room);
        Agent agent = new Agent("agent-" + random.nextInt(2), "agent");
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> message(visitor, room, agent);
            case 4 -> new MessageEditRequested(room, some(visitor), author(agent), MessageText.plain("edited"));
            case 5 -> new MessageDeletionRequested(room, some(visitor), author(agent));
            case 6, 7 -> new AssignmentRequested(room, agent, random.nextBoolean());
            case 8 -> service(room, agent);
            case 9 -> note(room);
            case 10 -> new RoomExpired(room, visitor.closed);
            default -> close(visitor, room, agent, now);
        };
    }

    private Request message(Visitor visitor, RoomAddress room, Agent agent) {
        MessageId id = new MessageId("message-" + visitor.messages++);
        return new MessagePosted(
                room, id, author(agent), MessageText.plain("text " + random.nextInt(9)), Optional.empty());
    }

    private MessageId some(Visitor visitor) {
        return new MessageId("message-" + random.nextInt(visitor.messages + 1));
    }

    private Author author(Agent agent) {
        return random.nextBoolean() ? new Author.OfVisitor() : new Author.OfAgent(agent);
    }

    private Request service(RoomAddress room, Agent agent) {
        return switch (random.nextInt(4)) {
            case 0 -> new ReturnRequested(room, Optional.empty());
            case 1 -> new TransferRequested(room, Optional.empty(), Optional.of(agent));
            case 2 -> new HoldRequested(room);
            default -> new ResumeRequested(room);
        };
    }

    private Request note(RoomAddress room) {
        return random.nextBoolean()
                ? new SurveyAnswered(room, new TreeMap<>(Map.of("satisfaction", "" + (1 + random.nextInt(5)))))
                : new RoomInfoRequested(
                        room,
                        new InfoChange(
                                Optional.of("topic " + random.nextInt(3)),
                                Optional.of(List.of("tag-" + random.nextInt(3))),
                                Optional.empty(),
                                new TreeMap<>(),
                                new TreeMap<>(),
                                InfoChange.Flags.NONE));
    }

    private Request close(Visitor visitor, RoomAddress room, Agent agent, Instant now) {
        visitor.closed = now;
        Closing.Closer by = switch (random.nextInt(3)) {
            case 0 -> new Closing.Closer.ByVisitor();
            case 1 -> new Closing.Closer.ByAgent(agent);
            default -> new Closing.Closer.BySystem(Optional.of(now.minusSeconds(random.nextInt(3))));
        };
        return new CloseRequested(room, new Closing(by, Optional.empty(), List.of()));
    }
}
