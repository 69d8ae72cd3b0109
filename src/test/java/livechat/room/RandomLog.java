package livechat.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A log as a bad day makes it: a few visitors, retries, duplicates, late ones, keys used for two things, clocks apart. */
public final class RandomLog {

    private static final int TOKENS = 3;
    private static final Duration DEADLINE = Duration.ofSeconds(8);

    private final SplittableRandom random;
    private final List<Landed> log = new ArrayList<>();
    private Instant now = RoomFixtures.NOON;

    private RandomLog(long seed) {
        random = new SplittableRandom(seed);
    }

    public static List<Landed> of(long seed, int length) {
        RandomLog log = new RandomLog(seed);
        while (log.log.size() < length) {
            log.land(log.log.isEmpty() || random(log, 4) > 0 ? log.fresh() : log.retry());
        }
        return List.copyOf(log.log);
    }

    private static int random(RandomLog log, int bound) {
        return log.random.nextInt(bound);
    }

    private void land(Asked asked) {
        now = now.plusMillis(random.nextInt(random.nextInt(20) == 0 ? 90_000 : 2_000));
        log.add(new Landed(asked, new Position(0, 1, log.size(), now)));
    }

    private Asked fresh() {
        Token token = new Token("token-" + random.nextInt(TOKENS));
        Request request = random.nextInt(3) == 0 ? aboutAVisitor(token) : aboutARoom(token);
        Instant time = now.minusMillis(random.nextInt(random.nextInt(10) == 0 ? 20_000 : 50));
        return new Asked(RoomFixtures.requestId(log.size()), time, time.plus(DEADLINE), Optional.empty(), request);
    }

    private Request aboutAVisitor(Token token) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> RoomFixtures.roomRequested(token, log.size(), agent(), unknownToken());
            case 3 -> RoomFixtures.registration(token, log.size(), "Name " + random.nextInt(3));
            case 4 ->
                new CustomFieldsRequested(
                        token,
                        any(CustomFieldsRequested.Scope.values()),
                        new TreeMap<>(Map.of("field-" + random.nextInt(60), "value " + random.nextInt(3))),
                        Set.of());
            case 5 -> new VisitorStatusReported(token, any(RoomVisitor.Status.values()));
            case 6 -> new VisitorExpired(token, now.minusSeconds(random.nextInt(60)));
            default ->
                random.nextInt(4) == 0
                        ? new ErasureRequested(token)
                        : new VisitorStatusReported(token, RoomVisitor.Status.AWAY);
        };
    }

    private Request aboutARoom(Token token) {
        RoomAddress room = address(token);
        Agent agent = new Agent("agent-" + random.nextInt(2), "agent");
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 ->
                new MessagePosted(
                        room, messageId(), author(agent), RoomFixtures.saying("text " + random.nextInt(3)), ts());
            case 4 -> new MessageEditRequested(room, messageId(), author(agent), RoomFixtures.saying("edited"));
            case 5 -> new MessageDeletionRequested(room, messageId(), author(agent));
            case 6 -> new AssignmentRequested(room, agent, random.nextBoolean());
            case 7 -> service(room, agent);
            case 8 -> new HoldRequested(room);
            case 9 -> note(room);
            case 10 -> new RoomExpired(room, now.minusSeconds(random.nextInt(3)));
            default -> new CloseRequested(room, closing(agent));
        };
    }

    /** Rooms that exist, mostly; of this visitor or by its id alone. */
    private RoomAddress address(Token token) {
        RoomId id = new RoomId("room-" + Math.max(0, log.size() - random.nextInt(40)));
        RoomId known = log.stream()
                .map(landed -> landed.asked().request())
                .filter(RoomRequested.class::isInstance)
                .map(RoomRequested.class::cast)
                .map(RoomRequested::roomId)
                .reduce((first, second) -> random.nextInt(3) > 0 ? second : first)
                .orElse(id);
        return random.nextBoolean()
                ? RoomAddress.of(known)
                : RoomAddress.of(token, random.nextInt(5) == 0 ? id : known);
    }

    private MessageId messageId() {
        return new MessageId("message-" + random.nextInt(log.size() + 1));
    }

    private Author author(Agent agent) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Author.OfVisitor();
            case 2 -> new Author.OfAgent(agent);
            case 3 -> new Author.OfBot(agent);
            default -> new Author.OfSystem("uj", Optional.of(agent), random.nextBoolean(), random.nextBoolean());
        };
    }

    private Optional<Instant> ts() {
        return random.nextInt(4) == 0 ? Optional.of(now.minusSeconds(random.nextInt(100))) : Optional.empty();
    }

    private Request service(RoomAddress room, Agent agent) {
        Optional<Department> sales = Optional.of(new Department("department-" + random.nextInt(2), List.of()));
        return switch (random.nextInt(4)) {
            case 0 -> new ReturnRequested(room, random.nextBoolean() ? sales : Optional.empty());
            case 1 -> new TransferRequested(room, sales, Optional.empty());
            case 2 -> new TransferRequested(room, Optional.empty(), Optional.of(agent));
            default -> new ResumeRequested(room);
        };
    }

    private Request note(RoomAddress room) {
        return random.nextBoolean()
                ? new SurveyAnswered(room, new TreeMap<>(Map.of("satisfaction", "" + (1 + random.nextInt(5)))))
                : new RoomInfoRequested(room, RoomFixtures.topic("topic " + random.nextInt(2)));
    }

    private Closing closing(Agent agent) {
        Closing.Closer by = switch (random.nextInt(3)) {
            case 0 -> new Closing.Closer.ByVisitor();
            case 1 -> new Closing.Closer.ByAgent(agent);
            default -> new Closing.Closer.BySystem(ts());
        };
        return new Closing(by, Optional.empty(), List.of("tag-" + random.nextInt(60)));
    }

    private <T> T any(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Optional<Agent> agent() {
        return random.nextInt(4) == 0 ? Optional.of(new Agent("agent-bob", "bob")) : Optional.empty();
    }

    private UnknownToken unknownToken() {
        return random.nextInt(4) == 0 ? UnknownToken.REJECT : UnknownToken.GUEST;
    }

    /** The same request once more: to the letter, or its id under something else. */
    private Asked retry() {
        Asked asked = log.get(random.nextInt(Math.max(0, log.size() - 20), log.size()))
                .asked();
        if (random.nextInt(3) > 0) {
            return asked;
        }
        Asked other = fresh();
        return new Asked(asked.id(), other.time(), other.deadline(), Optional.empty(), other.request());
    }
}
