package livechat.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A log as a bad day makes it: a few visitors, retries, duplicates, late ones, keys used for two things, clocks apart. */
final class RandomLog {

    private static final int TOKENS = 3;
    private static final Duration DEADLINE = Duration.ofSeconds(8);

    private final SplittableRandom random;
    private final List<Landed> log = new ArrayList<>();
    private Instant now = RoomFixtures.NOON;

    private RandomLog(long seed) {
        random = new SplittableRandom(seed);
    }

    static List<Landed> of(long seed, int length) {
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
        Request request = switch (random.nextInt(5)) {
            case 0, 1 -> RoomFixtures.roomRequested(token, log.size(), agent(), unknownToken());
            case 2 -> RoomFixtures.registration(token, log.size(), "Name " + random.nextInt(3));
            default -> new CloseRequested(token, new RoomId("room-" + random.nextInt(log.size() + 1)));
        };
        Instant time = now.minusMillis(random.nextInt(random.nextInt(10) == 0 ? 20_000 : 50));
        return new Asked(RoomFixtures.requestId(log.size()), time, time.plus(DEADLINE), Optional.empty(), request);
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
